import { can, type Role, type StudyAction } from "./can";
import type { StudyScope } from "./scope";
import { type Blindness, seesEvent } from "./sight";

/**
 * What a live event shows to whom, decided in this one place. Pure; its truth table is
 * tests/unit/access/live.test.ts. A blind round narrows it here: of what somebody may not see of another
 * coder's work while the round lasts they are not told at all, whatever the role.
 */

/** What a change is about, for whoever has it on the screen. */
export const TOPICS = [
  "codings",
  "text",
  "codebook",
  "people",
  "guide",
  "memos",
  "rounds",
  "study",
  "members",
] as const;
export type Topic = (typeof TOPICS)[number];

/** From the least to the most: that something changed; also where, and by whom; also the rows. */
export type Detail = "tick" | "place" | "rows";

export interface Sight {
  topic: Topic;
  detail: Detail;
}

/** The topic of each kind of event, by what stands before its dot. Of what is not here nobody is told. */
const TOPIC_OF: Readonly<Record<string, Topic>> = {
  coding: "codings",
  transcript: "text",
  recording: "text",
  pair: "text",
  passage: "text",
  code: "codebook",
  example: "codebook",
  sector: "people",
  interviewee: "people",
  interview: "people",
  attribute: "people",
  guide: "guide",
  cluster: "guide",
  question: "guide",
  memo: "memos",
  round: "rounds",
  study: "study",
  // Which of its lists was brought back, the kind does not say.
  history: "study",
  member: "members",
  invitation: "members",
};

/** What may be seen of each topic, and the action that one's role must allow for it; the first that fits. */
const SHOWN: Readonly<Record<Topic, readonly (readonly [Detail, StudyAction])[]>> = {
  // Whoever compares learns that the counts may have changed, and nothing of whose work it was or where.
  codings: [
    ["rows", "transcript.read"],
    ["tick", "compare.view"],
  ],
  text: [
    ["place", "transcript.read"],
    ["tick", "compare.view"],
  ],
  codebook: [["tick", "study.view"]],
  people: [["tick", "people.view"]],
  guide: [["tick", "study.view"]],
  memos: [["tick", "memos.others"]],
  rounds: [["tick", "rounds.view"]],
  study: [["tick", "study.view"]],
  members: [["tick", "members.view"]],
};

/** What of an event decides, besides its kind, whether somebody is told of it. */
export interface Towards {
  /** Whether they did it themselves. */
  own: boolean;
  /** Whether it left rows that are theirs, whoever did it. */
  mine: boolean;
  /** How blind they are towards it. */
  blind: Blindness;
  /** Whether it is of another study, which lends theirs its codebook or its guide: of its work they are told nothing. */
  lent: boolean;
}

/** Towards what nobody has anything to hide. */
const OPEN: Towards = { own: false, mine: false, blind: "nowhere", lent: false };

/** What a study lends to others. */
const LENT: ReadonlySet<Topic> = new Set(["codebook", "guide"]);

/**
 * How much of an event of this kind, such as "coding.apply", a member with this role is shown; null: nothing. Where
 * they are blind it is what they did themselves, and what another did to what is theirs, as when codes are merged:
 * of that, their own rows alone. Of a study that lends its codebook or guide they are told of these two alone, since
 * they need not be members of it.
 */
export function sightOf(role: Role, kind: string, towards: Towards = OPEN): Sight | null {
  const [, before = ""] = /^(\w+)\./.exec(kind) ?? [];
  const topic = Object.hasOwn(TOPIC_OF, before) ? TOPIC_OF[before] : undefined;
  const shown = topic && SHOWN[topic].find(([, action]) => can(role, action));
  if (!topic || !shown || (towards.lent && !LENT.has(topic))) return null;
  if (!seesEvent(kind, towards) && !(topic === "codings" && towards.mine)) return null;
  return { topic, detail: shown[0] };
}

/**
 * Whether what somebody may see in the study may be another after any event of this kind: their screens are read anew.
 * Of some others it is asked what they did (`turnsSight` of lib/server/live/events.ts).
 */
export function changesSight(kind: string): boolean {
  return /^(round\.(?!done$|again$)|pair\.|member\.role$)/.test(kind);
}

interface Presence {
  role: Role;
  /** Whether there are transcripts in which they see their own codings alone. */
  blind: boolean;
}

/**
 * Whether one member sees that another is there. By role it holds both ways: who cannot see others is not seen, so
 * that a viewer learns of no coder, and no coder of a viewer. Whoever is blind sees nobody, and is seen by those
 * who are not, who look after the round.
 */
export function seesPresence(viewer: Presence, other: Presence): boolean {
  return !viewer.blind && can(viewer.role, "presence.view") && can(other.role, "presence.view");
}

/** The studies whose histories tell what happens in a study: its own, then where its codebook and its guide are. */
export function followedFrom(
  scope: Pick<StudyScope, "studyId" | "codebookStudyId" | "guideStudyId">,
): string[] {
  return [...new Set([scope.studyId, scope.codebookStudyId, scope.guideStudyId])];
}
