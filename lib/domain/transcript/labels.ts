import type { LabelForm, LineReading } from "./lines";
import { foldName, initialsOf } from "./names";
import { type KnownRole, knownRole } from "./roles";
import type { LabelCandidate, SpeakerChoices } from "./types";

/** A folded label with the ways in which it is written. */
interface Tally {
  key: string;
  /** Raw spellings with their uses, in the order of first use. */
  spellings: Map<string, number>;
  forms: Map<LabelForm, number>;
  uses: number;
  example: string;
  /** Index of the first line it stands on. */
  first: number;
  known: KnownRole | null;
}

export interface SpeakerNames {
  label: string;
  aliases: string[];
}

/** A candidate with the index of the line it first stands on. */
export type PlacedCandidate = Omit<LabelCandidate, "at"> & { line: number };

export interface LabelDecision {
  /** The speaker of a line's label, or null where the label is not taken for one. */
  speakerOf: (label: string, form: LabelForm) => string | null;
  /** By main label. */
  speakers: Map<string, SpeakerNames>;
  candidates: PlacedCandidate[];
}

const PAIRED: readonly LabelForm[] = ["stamped", "colon", "bold", "bare-bold", "timed", "bracket"];

function tally(readings: readonly LineReading[], lineAt: (index: number) => string): Map<string, Tally> {
  const tallies = new Map<string, Tally>();
  readings.forEach(({ label: found }, index) => {
    if (!found) return;
    const key = foldName(found.label);
    let entry = tallies.get(key);
    if (!entry) {
      entry = {
        key,
        spellings: new Map(),
        forms: new Map(),
        uses: 0,
        example: lineAt(index).slice(0, 80),
        first: index,
        known: knownRole(found.label),
      };
      tallies.set(key, entry);
    }
    entry.spellings.set(found.label, (entry.spellings.get(found.label) ?? 0) + 1);
    entry.forms.set(found.form, (entry.forms.get(found.form) ?? 0) + 1);
    entry.uses++;
  });
  return tallies;
}

/** Which forms of a label hold, by themselves or because the whole text is written in that way. */
function holds(entry: Tally, form: LabelForm, family: ReadonlyMap<LabelForm, number>): boolean {
  const marks = family.get("mark") ?? 0;
  switch (form) {
    case "mark":
    case "at":
    case "dash":
    case "stamped":
      return (family.get(form) ?? 0) >= 2;
    case "space":
      return (family.get("dash") ?? 0) >= 2 && (entry.forms.get("space") ?? 0) >= 2;
    case "alone":
      return entry.known?.exact === true && entry.known.word.length > 1;
    default: {
      if (entry.known && (entry.known.word.length > 1 || entry.known.number !== "")) return true;
      const uses = PAIRED.reduce((sum, each) => sum + (entry.forms.get(each) ?? 0), 0);
      // In minutes, where speakers carry a mark, a colon belongs to what is said.
      return uses >= 2 && (marks < 5 || form !== "colon");
    }
  }
}

/**
 * Which labels are speakers and which of them are one person.
 *
 * A label needs two uses, a word that names a role, a mark that the text uses throughout, or the
 * person's word. Spellings that fold alike are one. A misspelt role, or a role without its number,
 * joins the one speaker that it can mean; where two could be meant it stays apart. Initials join the one
 * name before them that they can stand for, as where people write a name in full once. Names are never
 * joined by likeness: 髙橋（清） and 髙橋（勝） are two people.
 */
export function decideLabels(
  readings: readonly LineReading[],
  lineAt: (index: number) => string,
  choices: SpeakerChoices,
): LabelDecision {
  const tallies = tally(readings, lineAt);
  const family = new Map<LabelForm, number>();
  for (const { forms } of tallies.values())
    for (const [form, count] of forms) family.set(form, (family.get(form) ?? 0) + count);
  const folded = (labels: readonly string[]) => new Set(labels.map(foldName));
  const accept = folded([...choices.accept, ...choices.join.flatMap(({ label, into }) => [label, into])]);
  const refuse = folded(choices.refuse);
  const apart = folded(choices.apart);

  const inFull = fullNames([...tallies.values()].filter(({ key }) => !refuse.has(key) && !apart.has(key)));
  const named = new Set(inFull.values());
  const taken = (entry: Tally, form: LabelForm): boolean => {
    if (refuse.has(entry.key)) return false;
    if (accept.has(entry.key) || holds(entry, form, family)) return true;
    if (named.has(entry) && PAIRED.includes(form)) return true;
    // A line that is only a name speaks for them if the name is a label elsewhere.
    return (
      form === "alone" &&
      [...entry.forms.keys()].some((other) => other !== "alone" && holds(entry, other, family))
    );
  };
  const accepted = [...tallies.values()].filter((entry) =>
    [...entry.forms.keys()].some((form) => taken(entry, form)),
  );

  const roles = new Map<string, Tally[]>();
  for (const entry of accepted) if (entry.known?.exact) gather(roles, entry.known.word, entry);
  const mainKey = new Map<string, string>(accepted.map(({ key }) => [key, key]));
  for (const entry of accepted) {
    const meant = inFull.get(entry) ?? meantBy(entry, roles);
    if (meant && !apart.has(entry.key)) mainKey.set(entry.key, meant.key);
  }
  for (const { label, into } of choices.join) {
    const target = mainKey.get(foldName(into));
    if (target !== undefined && mainKey.has(foldName(label))) mainKey.set(foldName(label), target);
  }
  const rootOf = (key: string): string => {
    let root = key;
    for (let steps = 0; steps <= mainKey.size; steps++) {
      const next = mainKey.get(root);
      if (next === undefined || next === root) break;
      root = next;
    }
    return root;
  };

  const speakers = new Map<string, SpeakerNames>();
  const labelOfRoot = new Map<string, string>();
  for (const entry of accepted)
    if (rootOf(entry.key) === entry.key) labelOfRoot.set(entry.key, mostUsed(entry.spellings));
  for (const entry of accepted) {
    const label = labelOfRoot.get(rootOf(entry.key)) ?? mostUsed(entry.spellings);
    const names = speakers.get(label) ?? { label, aliases: [] };
    names.aliases.push(...[...entry.spellings.keys()].filter((spelling) => spelling !== label));
    speakers.set(label, names);
  }
  return {
    speakers,
    speakerOf(label, form) {
      const entry = tallies.get(foldName(label));
      if (!entry || !taken(entry, form)) return null;
      return labelOfRoot.get(rootOf(entry.key)) ?? null;
    },
    candidates: [...tallies.values()]
      .filter((entry) => !mainKey.has(entry.key) && offered(entry))
      .map(({ spellings, uses, example, first }) => ({
        label: mostUsed(spellings),
        uses,
        example,
        line: first,
      })),
  };
}

function gather(groups: Map<string, Tally[]>, key: string, entry: Tally): void {
  const group = groups.get(key);
  if (group) group.push(entry);
  else groups.set(key, [entry]);
}

/** The name in full that initials stand for: the only one before them with these initials, where the initials come back. */
function fullNames(entries: readonly Tally[]): Map<Tally, Tally> {
  const byInitials = new Map<string, Tally[]>();
  const found = new Map<Tally, Tally>();
  for (const entry of entries) {
    const spelling = mostUsed(entry.spellings);
    const initials = initialsOf(spelling);
    if (initials !== null) gather(byInitials, initials, entry);
    if (entry.uses < 2 || !/^\p{Lu}{2,4}$/u.test(spelling)) continue;
    const [full, ...others] = byInitials.get(spelling) ?? [];
    if (full && others.length === 0) found.set(entry, full);
  }
  return found;
}

/** The one speaker that a misspelt or unnumbered role can mean. */
function meantBy(entry: Tally, roles: ReadonlyMap<string, readonly Tally[]>): Tally | null {
  const { known } = entry;
  if (!known || (known.exact && known.number !== "")) return null;
  const others = (roles.get(known.word) ?? []).filter((other) => other !== entry);
  const meant = others.filter((other) => known.number === "" || other.known?.number === known.number);
  return meant.length === 1 ? (meant[0] ?? null) : null;
}

/** Lines that are a few words, or begin with a word and a wide space, are too many to offer unless they come back. */
function offered(entry: Tally): boolean {
  const strong = [...entry.forms.keys()].some((form) => form !== "alone" && form !== "space");
  return strong || entry.uses >= 3;
}

function mostUsed(spellings: ReadonlyMap<string, number>): string {
  let best = "";
  let uses = 0;
  for (const [spelling, count] of spellings) if (count > uses) [best, uses] = [spelling, count];
  return best;
}
