import { foldName, type SpeakerChoices, type SpeakerRole } from "@/lib/domain/transcript";

const without = (labels: readonly string[], label: string) =>
  labels.filter((other) => foldName(other) !== foldName(label));

export function setRole(choices: SpeakerChoices, label: string, role: SpeakerRole): SpeakerChoices {
  const roles = choices.roles.filter((other) => foldName(other.label) !== foldName(label));
  return { ...choices, roles: [...roles, { label, role }] };
}

/** The label is no speaker: its words stay words. */
export function refuse(choices: SpeakerChoices, label: string): SpeakerChoices {
  return {
    ...choices,
    accept: without(choices.accept, label),
    refuse: [...without(choices.refuse, label), label],
  };
}

/** The label is a speaker, although it was used once or refused before. */
export function accept(choices: SpeakerChoices, label: string): SpeakerChoices {
  return {
    ...choices,
    refuse: without(choices.refuse, label),
    accept: [...without(choices.accept, label), label],
  };
}

/** Two labels are one person. */
export function join(choices: SpeakerChoices, label: string, into: string): SpeakerChoices {
  return {
    ...choices,
    apart: without(choices.apart, label),
    join: [...unjoined(choices, label), { label, into }],
  };
}

/** A label that was taken for another spelling is a person of their own. */
export function separate(choices: SpeakerChoices, label: string): SpeakerChoices {
  return { ...choices, join: unjoined(choices, label), apart: [...without(choices.apart, label), label] };
}

const unjoined = (choices: SpeakerChoices, label: string) =>
  choices.join.filter((other) => foldName(other.label) !== foldName(label));
