"use client";

import { useFormatter, useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { CodeSwatch } from "@/components/ui/code-swatch";
import { Select } from "@/components/ui/select";
import { Td, Th } from "@/components/ui/table";
import type { ParsedSpeaker, SpeakerChoices } from "@/lib/domain/transcript";
import type { BatchPlace } from "@/lib/schemas/imports";
import { SPEAKER_ROLES } from "@/lib/schemas/transcripts";
import { join, refuse, separate, setRole } from "../model/speaker-choices";

/** Stands for nobody in the list of others: a Select has no empty value. */
const NOBODY = ":nobody";

interface KnownAs {
  labels: readonly string[];
  /** One of the labels; the speaker's own where it is somebody new. */
  into: string;
  onInto: (label: string) => void;
}

interface SpeakerRowProps {
  speaker: ParsedSpeaker;
  /** Index into the hues, as in the preview. */
  hue: number;
  /** Labels of the other speakers. */
  others: readonly string[];
  /** Whom the interview is with, where it could be one of several. */
  people: BatchPlace["interviewees"];
  who: string | undefined;
  /** Who of the text that the file is to take the place of this is. */
  known: KnownAs | undefined;
  choices: SpeakerChoices;
  onChoices: (choices: SpeakerChoices) => void;
  onWho: (intervieweeId: string) => void;
}

export function SpeakerRow({
  speaker,
  hue,
  others,
  people,
  who,
  known,
  choices,
  onChoices,
  onWho,
}: SpeakerRowProps) {
  const t = useTranslations("transcripts");
  const replacing = useTranslations("imports.replace");
  const format = useFormatter();
  const { label, aliases, role } = speaker;
  return (
    <tr>
      <Th scope="row" className="min-w-40">
        <CodeSwatch hue={hue} name={label} />
        {aliases.length > 0 && (
          <span className="block font-normal text-faint text-sm">
            {t("new.alsoWritten", { aliases: aliases.join(", ") })}
          </span>
        )}
        {aliases.map((alias) => (
          <Button key={alias} size="sm" variant="quiet" onClick={() => onChoices(separate(choices, alias))}>
            {t("new.separate", { alias })}
          </Button>
        ))}
      </Th>
      {known && (
        <Td className="min-w-44">
          <Select
            aria-label={replacing("isOf", { name: label })}
            value={known.labels.includes(known.into) ? known.into : NOBODY}
            options={[
              ...known.labels.map((value) => ({ value, label: value })),
              ...(known.labels.includes(label) ? [] : [{ value: NOBODY, label: replacing("isNew") }]),
            ]}
            onValueChange={(into) => known.onInto(into === NOBODY ? label : into)}
          />
        </Td>
      )}
      <Td className="min-w-36">
        <Select
          aria-label={t("new.roleOf", { name: label })}
          value={role}
          options={SPEAKER_ROLES.map((value) => ({ value, label: t(`role.${value}`) }))}
          onValueChange={(value) => onChoices(setRole(choices, label, value))}
        />
      </Td>
      {people.length > 1 && (
        <Td className="min-w-40">
          {role === "interviewee" && (
            <Select
              aria-label={t("new.whoOf", { name: label })}
              value={who ?? ""}
              options={people.map(({ id, number, sector }) => ({
                value: id,
                label: t("new.onlyInterviewee", { number: `${number}`, sector }),
              }))}
              onValueChange={onWho}
            />
          )}
        </Td>
      )}
      <Td className="whitespace-nowrap text-right">{format.number(speaker.turns)}</Td>
      <Td className="whitespace-nowrap text-right">{format.number(speaker.characters)}</Td>
      {others.length > 0 && (
        <Td className="min-w-36">
          <Select
            aria-label={t("new.joinOf", { name: label })}
            value={NOBODY}
            options={[
              { value: NOBODY, label: t("new.themselves") },
              ...others.map((value) => ({ value, label: value })),
            ]}
            onValueChange={(into) => into !== NOBODY && onChoices(join(choices, label, into))}
          />
        </Td>
      )}
      <Td>
        <Button
          size="sm"
          variant="quiet"
          className="whitespace-nowrap"
          aria-label={t("new.notASpeakerOf", { name: label })}
          onClick={() => onChoices(refuse(choices, label))}
        >
          {t("new.notASpeaker")}
        </Button>
      </Td>
    </tr>
  );
}
