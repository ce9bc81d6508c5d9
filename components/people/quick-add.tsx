"use client";

import { useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { TextArea } from "@/components/ui/text-input";
import { useEventId } from "@/components/ui/use-event-id";
import { useSaved } from "@/components/ui/use-saved";
import type { People, QuickRow } from "@/lib/schemas/people";
import { addPeople } from "@/lib/server/people/actions";
import { type ParsedPerson, parseLines } from "./parse-lines";
import { QuickPreview } from "./quick-preview";

/** Many interviewees from pasted lines, with what will come of them before it does. */
export function QuickAdd({ people, onClose }: { people: People; onClose: () => void }) {
  const t = useTranslations("people.quick");
  const saved = useSaved();
  const eventId = useEventId();
  const [text, setText] = useState("");
  const taken = useMemo(() => new Set(people.interviewees.map((row) => row.number)), [people.interviewees]);
  const lines = useMemo(() => parseLines(text, taken), [text, taken]);
  const ready = lines.flatMap((line) => (line.ok ? [line.person] : []));
  return (
    <Dialog
      open
      wide
      onOpenChange={(open) => !open && onClose()}
      title={t("title")}
      description={t("description")}
    >
      <ActionForm
        action={addPeople}
        input={() => ({ eventId, studyId: people.studyId, rows: rowsOf(ready) })}
        submit={t("submit", { count: ready.length })}
        onDone={(rows) => {
          saved(t("done", { count: rows.length }));
          onClose();
        }}
      >
        <Field label={t("lines")} name="rows" required>
          <TextArea
            rows={6}
            value={text}
            placeholder={t("example")}
            onChange={(event) => setText(event.target.value)}
            className="max-h-60 font-mono"
          />
        </Field>
        <QuickPreview lines={lines} sectors={people.sectors} />
      </ActionForm>
    </Dialog>
  );
}

/** With ids for every row, and one for each sector that is named, used if it has to be made. */
function rowsOf(persons: ParsedPerson[]): QuickRow[] {
  const sectorIds = new Map(persons.map(({ sector }) => [sector, crypto.randomUUID()]));
  return persons.map(({ number, sector, position, date, minutes }) => ({
    id: crypto.randomUUID(),
    number,
    sector,
    sectorId: sectorIds.get(sector) ?? crypto.randomUUID(),
    position,
    interview: date === null && minutes === null ? null : { id: crypto.randomUUID(), date, minutes },
  }));
}
