"use client";

import { useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import type { BatchPlace, ImportChoices } from "@/lib/schemas/imports";
import { NewPerson } from "./new-person";

const NONE = "none";
const NEW = "new";

interface InterviewFieldProps {
  choices: ImportChoices;
  place: BatchPlace;
  onChange: (changes: Partial<ImportChoices>) => void;
  onPlace: (place: BatchPlace) => void;
}

/** Whose interview this is: one of the study, one made with this file, or that of an interviewee who is made here. */
export function InterviewField({ choices, place, onChange, onPlace }: InterviewFieldProps) {
  const t = useTranslations("transcripts.new");
  const labelOf = useInterviewLabel(place);
  const [making, setMaking] = useState(false);
  const options = [
    { value: NONE, label: t("noInterview") },
    ...place.interviews.map((interview) => ({ value: interview.id, label: labelOf(interview) })),
    ...(place.mayAddPeople ? [{ value: NEW, label: t("newPerson") }] : []),
  ];
  const choose = (value: string) => {
    setMaking(value === NEW);
    if (value !== NEW) onChange({ interviewId: value === NONE ? null : value, interviewees: [] });
  };
  return (
    <div className="grid content-start gap-3">
      <Field label={t("interview")} hint={t("interviewHint")}>
        <Select
          value={making ? NEW : (choices.interviewId ?? NONE)}
          options={options}
          onValueChange={choose}
        />
      </Field>
      {making && (
        <NewPerson
          place={place}
          onMade={(next, interviewId) => {
            onPlace(next);
            onChange({ interviewId, interviewees: [] });
            setMaking(false);
          }}
        />
      )}
    </div>
  );
}

function useInterviewLabel({ interviewees }: BatchPlace) {
  const t = useTranslations("transcripts.new");
  const format = useFormatter();
  return ({ date, intervieweeIds, planned }: BatchPlace["interviews"][number]) => {
    const people = interviewees.filter(({ id }) => intervieweeIds.includes(id));
    const numbers = format.list(
      people.map(({ number }) => `${number}`),
      "and",
    );
    const sectors = [...new Set(people.map(({ sector }) => sector))].join(", ");
    if (planned) return t("interviewPlanned", { numbers, sectors });
    if (date === null) return t("interviewOf", { numbers, sectors });
    const day = format.dateTime(new Date(`${date}T00:00:00Z`), "day");
    return t("interviewOn", { numbers, sectors, date: day });
  };
}
