"use client";

import { useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Callout } from "@/components/ui/callout";
import { useEventId } from "@/components/ui/use-event-id";
import { useSaved } from "@/components/ui/use-saved";
import { guessColumns, planPeople } from "@/lib/domain/people";
import {
  NUMBER_LIMIT,
  PERSON_NAME_LIMIT,
  type People,
  type PeopleFile,
  POSITION_LIMIT,
  SECTOR_LIMIT,
} from "@/lib/schemas/people";
import { importPeople } from "@/lib/server/people/actions";
import { ColumnChoices } from "./column-choices";
import { PlanPreview } from "./plan-preview";
import { inputOf, knownPeople } from "./to-input";

const LIMITS = {
  number: NUMBER_LIMIT,
  sector: SECTOR_LIMIT,
  position: POSITION_LIMIT,
  name: PERSON_NAME_LIMIT,
};

interface PlanFormProps {
  people: People;
  file: PeopleFile;
  onClose: () => void;
}

/** The columns of a table and what they are taken for, what comes of it, and the button that stores it. */
export function PlanForm({ people, file, onClose }: PlanFormProps) {
  const t = useTranslations("people.table");
  const saved = useSaved();
  const eventId = useEventId();
  const { seeNames } = people.may;
  const [choices, setChoices] = useState(() =>
    guessColumns(file).map((choice) =>
      choice.use === "name" && !seeNames ? { ...choice, use: "none" as const } : choice,
    ),
  );
  const plan = useMemo(
    () => planPeople(file, choices, { people: knownPeople(people), attributes: people.attributes }, LIMITS),
    [file, choices, people],
  );
  const hasNumbers = choices.some(({ use }) => use === "number");
  const of = (outcome: string) => plan.rows.filter((row) => row.outcome === outcome).length;
  const counts = { added: of("add"), changed: of("change"), same: of("same"), refused: of("refused") };
  const fresh = plan.attributes.filter(({ id }) => id === null).map(({ name }) => name);
  const uses = choices.map(({ use }) => use);
  const twice = uses.find((use, index) => use !== "attribute" && use !== "none" && uses.indexOf(use) < index);
  return (
    <ActionForm
      action={importPeople}
      input={() => ({ eventId, studyId: people.studyId, ...inputOf(plan) })}
      submit={t("submit", { count: hasNumbers ? counts.added + counts.changed : 0 })}
      onDone={({ added, changed }) => {
        saved(t("done", { added, changed }));
        onClose();
      }}
    >
      <ColumnChoices file={file} choices={choices} seesNames={seeNames} onChange={setChoices} />
      {twice && <Callout kind="warning">{t("twice", { use: t(`uses.${twice}`) })}</Callout>}
      {hasNumbers ? (
        <>
          <p role="status">
            {t("summary", counts)}{" "}
            {fresh.length > 0 && t("newAttributes", { count: fresh.length, names: fresh.join(", ") })}
          </p>
          <PlanPreview plan={plan} />
        </>
      ) : (
        <Callout kind="warning" live>
          {t("noNumber")}
        </Callout>
      )}
    </ActionForm>
  );
}
