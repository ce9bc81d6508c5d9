"use client";

import { useTranslations } from "use-intl";
import { Section } from "@/components/studies/section";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { Table, TableBody, TableHead, Th } from "@/components/ui/table";
import { NO_CHOICES, type ParsedTranscript } from "@/lib/domain/transcript";
import type { TranscriptPlace } from "@/lib/schemas/transcripts";
import { Candidates } from "./candidates";
import type { Draft } from "./draft";
import { SpeakerRow } from "./speaker-row";

const CONTINUE = ":continue";

interface SpeakersProps {
  draft: Draft;
  parsed: ParsedTranscript;
  place: TranscriptPlace;
  onChange: (changes: Partial<Draft>) => void;
}

/** Who speaks: roles, people, spellings that are one, labels that are none. */
export function Speakers({ draft, parsed, place, onChange }: SpeakersProps) {
  const t = useTranslations("transcripts.new");
  const interview = place.interviews.find(({ id }) => id === draft.interviewId);
  const people = place.interviewees.filter(({ id }) => interview?.intervieweeIds.includes(id));
  const change = (speakers: Draft["speakers"]) => onChange({ speakers });
  const undo = draft.speakers !== NO_CHOICES && (
    <Button size="sm" variant="quiet" onClick={() => change(NO_CHOICES)}>
      {t("undo")}
    </Button>
  );
  return (
    <Section title={t("speakers")} description={t("speakersHint")} aside={undo}>
      {parsed.speakers.length > 0 && (
        <Table caption={t("speakers")}>
          <TableHead>
            <tr>
              <Th className="whitespace-nowrap">{t("name")}</Th>
              <Th className="whitespace-nowrap">{t("roleLabel")}</Th>
              {people.length > 1 && <Th className="whitespace-nowrap">{t("who")}</Th>}
              <Th className="whitespace-nowrap text-right">{t("turns")}</Th>
              <Th className="whitespace-nowrap text-right">{t("characters")}</Th>
              {parsed.speakers.length > 1 && <Th className="whitespace-nowrap">{t("joinWith")}</Th>}
              <Th>
                <span className="sr-only">{t("notASpeaker")}</span>
              </Th>
            </tr>
          </TableHead>
          <TableBody>
            {parsed.speakers.map((speaker) => (
              <SpeakerRow
                key={speaker.label}
                speaker={speaker}
                others={parsed.speakers.filter((other) => other !== speaker).map(({ label }) => label)}
                people={people}
                who={draft.interviewees[speaker.label]}
                choices={draft.speakers}
                onChoices={change}
                onWho={(intervieweeId) =>
                  onChange({ interviewees: { ...draft.interviewees, [speaker.label]: intervieweeId } })
                }
              />
            ))}
          </TableBody>
        </Table>
      )}
      <Candidates parsed={parsed} choices={draft.speakers} onChoices={change} />
      <div className="max-w-sm">
        <Field label={t("unlabelled")} hint={t("unlabelledHint")}>
          <Select
            value={draft.speakers.unlabelled ?? CONTINUE}
            options={[
              { value: CONTINUE, label: t("unlabelledNone") },
              ...unlabelledNames(parsed, draft, t("unlabelledNew")).map((value) => ({ value, label: value })),
            ]}
            onValueChange={(value) =>
              change({ ...draft.speakers, unlabelled: value === CONTINUE ? null : value })
            }
          />
        </Field>
      </div>
    </Section>
  );
}

/** Who could speak what has no label: somebody who is named, or one who is not. */
function unlabelledNames({ speakers }: ParsedTranscript, draft: Draft, fallback: string): string[] {
  const names = [...speakers.map(({ label }) => label), draft.speakers.unlabelled ?? fallback, fallback];
  return [...new Set(names)];
}
