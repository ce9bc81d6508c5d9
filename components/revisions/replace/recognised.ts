import { setRole } from "@/components/imports/model/speaker-choices";
import type { SameSpeaker } from "@/lib/domain/revision";
import { foldName, type ParsedSpeaker } from "@/lib/domain/transcript";
import type { ImportChoices, ReplacementPlace } from "@/lib/schemas/imports";

/**
 * The choices with what is known of the speakers, for those about whom nobody has decided: who of the
 * transcript they are, and the role that they have there. Null where there is nothing to add.
 */
export function withRecognised(
  choices: ImportChoices,
  speakers: readonly Pick<ParsedSpeaker, "label" | "role">[],
  same: readonly SameSpeaker[],
  known: ReplacementPlace["speakers"],
): ImportChoices | null {
  const decided = (list: readonly { label: string }[], label: string) =>
    list.some((each) => foldName(each.label) === foldName(label));
  const added = same.filter(({ label }) => !decided(choices.known, label));
  let { reading } = choices;
  for (const { label, role } of speakers) {
    const into = [...choices.known, ...added].find((each) => each.label === label)?.into ?? label;
    const former = known.find((each) => each.label === into);
    if (former && former.role !== role && !decided(reading.roles, label))
      reading = { ...reading, ...setRole(reading, label, former.role) };
  }
  if (added.length === 0 && reading === choices.reading) return null;
  return { ...choices, known: [...choices.known, ...added], reading };
}
