"use client";

import { useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import { PasteDialog } from "@/components/ui/paste-dialog";
import { useEventId } from "@/components/ui/use-event-id";
import type { People, QuickRow } from "@/lib/schemas/people";
import { addPeople } from "@/lib/server/people/actions";
import { type ParsedPerson, parseLines } from "./parse-lines";
import { QuickPreview } from "./quick-preview";

/** Many interviewees from pasted lines, with what will come of them before it does. */
export function QuickAdd({ people, onClose }: { people: People; onClose: () => void }) {
  const t = useTranslations("people.quick");
  const eventId = useEventId();
  const [text, setText] = useState("");
  const taken = useMemo(() => new Set(people.interviewees.map((row) => row.number)), [people.interviewees]);
  const lines = useMemo(() => parseLines(text, taken), [text, taken]);
  const ready = lines.flatMap((line) => (line.ok ? [line.person] : []));
  return (
    <PasteDialog
      title={t("title")}
      description={t("description")}
      name="rows"
      label={t("lines")}
      example={t("example")}
      text={text}
      onText={setText}
      wrong={lines.length - ready.length}
      ready={t("ready", { count: ready.length })}
      preview={<QuickPreview lines={lines} sectors={people.sectors} />}
      input={() => ({ eventId, studyId: people.studyId, rows: rowsOf(ready) })}
      action={addPeople}
      submit={t("submit", { count: ready.length })}
      done={(rows) => t("done", { count: rows.length })}
      onClose={onClose}
    />
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
