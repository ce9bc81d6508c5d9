"use client";

import { useId, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { NumberInput, TextInput } from "@/components/ui/text-input";
import type { BatchPlace } from "@/lib/schemas/imports";
import { addPeople } from "@/lib/server/people/actions";

interface NewPersonProps {
  place: BatchPlace;
  onMade: (place: BatchPlace, interviewId: string) => void;
}

/** An interviewee with number, sector and position, and the interview with them. */
export function NewPerson({ place, onMade }: NewPersonProps) {
  const t = useTranslations("transcripts.new");
  const sectors = useId();
  const [ids] = useState(() => ({
    eventId: crypto.randomUUID(),
    id: crypto.randomUUID(),
    sectorId: crypto.randomUUID(),
    interviewId: crypto.randomUUID(),
  }));
  const next = Math.max(0, ...place.interviewees.map(({ number }) => number)) + 1;
  const row = (data: FormData) => ({
    id: ids.id,
    number: Number(data.get("rows.0.number")),
    sectorId: ids.sectorId,
    sector: String(data.get("rows.0.sector")).trim(),
    position: String(data.get("rows.0.position")).trim(),
  });
  // What was sent: the answer comes to the function of the render that sent it.
  const sent = useRef<ReturnType<typeof row> | null>(null);
  return (
    <Card>
      <ActionForm
        action={addPeople}
        input={(data) => {
          const person = row(data);
          sent.current = person;
          return {
            eventId: ids.eventId,
            studyId: place.studyId,
            rows: [{ ...person, interview: { id: ids.interviewId, date: null, minutes: null } }],
          };
        }}
        submit={t("person.add")}
        onDone={([made]) => {
          if (!made || !sent.current) return;
          const person = { ...sent.current, sectorId: made.sectorId };
          onMade(withPerson(place, person, ids.interviewId), ids.interviewId);
        }}
      >
        <Field label={t("person.number")} name="rows.0.number" required>
          <NumberInput defaultValue={next} />
        </Field>
        <Field label={t("person.sector")} name="rows.0.sector" hint={t("person.sectorHint")} required>
          <TextInput list={sectors} autoComplete="off" />
        </Field>
        <datalist id={sectors}>
          {place.sectors.map(({ id, name }) => (
            <option key={id} value={name} />
          ))}
        </datalist>
        <Field label={t("person.position")} name="rows.0.position" required={false}>
          <TextInput autoComplete="off" />
        </Field>
        <p className="text-faint text-sm">{t("person.note")}</p>
      </ActionForm>
    </Card>
  );
}

interface Made {
  id: string;
  number: number;
  sectorId: string;
  sector: string;
  position: string;
}

/** The place with the interviewee in it, so that the list need not be loaded anew. */
function withPerson(place: BatchPlace, made: Made, interviewId: string): BatchPlace {
  const { id, number, sectorId, sector, position } = made;
  const known = place.sectors.some((each) => each.id === sectorId);
  return {
    ...place,
    sectors: known ? place.sectors : [...place.sectors, { id: sectorId, name: sector }],
    interviewees: [...place.interviewees, { id, number, position, sector }],
    people: [...place.people, { id, number, name: null, file: null }],
    interviews: [...place.interviews, { id: interviewId, date: null, intervieweeIds: [id], planned: false }],
  };
}
