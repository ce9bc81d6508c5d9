"use client";

import { useTranslations } from "use-intl";
import { Section } from "@/components/studies/section";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { Table, TableBody, TableHead, Th } from "@/components/ui/table";
import { NO_CHOICES, type SpeakerChoices } from "@/lib/domain/transcript";
import type { BatchPlace, ImportChoices, ReplacementPlace } from "@/lib/schemas/imports";
import type { Summary } from "../model/parsing";
import { setRole } from "../model/speaker-choices";
import { Candidates } from "./candidates";
import { SpeakerRow } from "./speaker-row";

const CONTINUE = ":continue";
const HUES = 6;

interface SpeakersProps {
  choices: ImportChoices;
  summary: Summary;
  place: BatchPlace;
  /** Who speaks in the text that the file is to take the place of. */
  known?: ReplacementPlace["speakers"];
  onChange: (changes: Partial<ImportChoices>) => void;
}

/** Who speaks: roles, people, spellings that are one, labels that are none. */
export function Speakers({ choices, summary, place, known, onChange }: SpeakersProps) {
  const t = useTranslations("transcripts.new");
  const replacing = useTranslations("imports.replace");
  const interview = place.interviews.find(({ id }) => id === choices.interviewId);
  const people = place.interviewees.filter(({ id }) => interview?.intervieweeIds.includes(id));
  const { reading } = choices;
  const change = (speakers: SpeakerChoices) => onChange({ reading: { ...reading, ...speakers } });
  const chooseWho = (label: string, intervieweeId: string) =>
    onChange({
      interviewees: [
        ...choices.interviewees.filter((other) => other.label !== label),
        { label, intervieweeId },
      ],
    });
  const intoOf = (label: string) => choices.known.find((each) => each.label === label)?.into ?? label;
  const chooseInto = (label: string, into: string) => {
    const others = choices.known.filter((each) => each.label !== label);
    const role = known?.find((each) => each.label === into)?.role;
    onChange({
      known: [...others, { label, into }],
      ...(role ? { reading: { ...reading, ...setRole(reading, label, role) } } : {}),
    });
  };
  const whoIs = (label: string) =>
    choices.interviewees.find((each) => each.label === label)?.intervieweeId ??
    known?.find((each) => each.label === intoOf(label))?.intervieweeId ??
    undefined;
  const undo = hasChoices(reading) && (
    <Button size="sm" variant="quiet" onClick={() => change(NO_CHOICES)}>
      {t("undo")}
    </Button>
  );
  return (
    <Section title={t("speakers")} description={t("speakersHint")} aside={undo}>
      {summary.speakers.length > 0 && (
        <Table caption={t("speakers")}>
          <TableHead>
            <tr>
              <Th className="whitespace-nowrap">{t("name")}</Th>
              {known && <Th className="whitespace-nowrap">{replacing("is")}</Th>}
              <Th className="whitespace-nowrap">{t("roleLabel")}</Th>
              {people.length > 1 && <Th className="whitespace-nowrap">{t("who")}</Th>}
              <Th className="whitespace-nowrap text-right">{t("turns")}</Th>
              <Th className="whitespace-nowrap text-right">{t("characters")}</Th>
              {summary.speakers.length > 1 && <Th className="whitespace-nowrap">{t("joinWith")}</Th>}
              <Th>
                <span className="sr-only">{t("notASpeaker")}</span>
              </Th>
            </tr>
          </TableHead>
          <TableBody>
            {summary.speakers.map((speaker, index) => (
              <SpeakerRow
                key={speaker.label}
                speaker={speaker}
                others={summary.speakers.filter((other) => other !== speaker).map(({ label }) => label)}
                people={people}
                hue={index % HUES}
                who={whoIs(speaker.label)}
                known={
                  known && {
                    labels: known.map(({ label }) => label),
                    into: intoOf(speaker.label),
                    onInto: (into) => chooseInto(speaker.label, into),
                  }
                }
                choices={reading}
                onChoices={change}
                onWho={(intervieweeId) => chooseWho(speaker.label, intervieweeId)}
              />
            ))}
          </TableBody>
        </Table>
      )}
      <Candidates candidates={summary.candidates} choices={reading} onChoices={change} />
      <div className="max-w-sm">
        <Field label={t("unlabelled")} hint={t("unlabelledHint")}>
          <Select
            value={reading.unlabelled ?? CONTINUE}
            options={[
              { value: CONTINUE, label: t("unlabelledNone") },
              ...unlabelledNames(summary, reading.unlabelled, t("unlabelledNew")).map((value) => ({
                value,
                label: value,
              })),
            ]}
            onValueChange={(value) => change({ ...reading, unlabelled: value === CONTINUE ? null : value })}
          />
        </Field>
      </div>
    </Section>
  );
}

/** Who could speak what has no label: somebody who is named, or one who is not. */
function unlabelledNames({ speakers }: Summary, chosen: string | null, fallback: string): string[] {
  return [...new Set([...speakers.map(({ label }) => label), chosen ?? fallback, fallback])];
}

const hasChoices = ({ accept, refuse, join, apart, roles, unlabelled }: SpeakerChoices) =>
  [accept, refuse, join, apart, roles].some(({ length }) => length > 0) || unlabelled !== null;
