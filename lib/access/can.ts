/**
 * Who may do what in a study. One pure function; its truth table is tests/unit/access/can.test.ts.
 *
 * Roles, widest first: owner; lead (codebook, people, permissions); coder; trainee (training rounds
 * only, so no open coding and no comparison of others' work); viewer (permitted quotations only).
 */
export const ROLES = ["owner", "lead", "coder", "trainee", "viewer"] as const;
export type Role = (typeof ROLES)[number];

/** What is done, and the roles that may do it. The list is closed: an action that is not here cannot be asked for. */
const ALLOWED = {
  /** See that the study exists: title, guide, sectors, codebook. */
  "study.view": ["owner", "lead", "coder", "trainee", "viewer"],
  "study.edit": ["owner", "lead"],
  "members.view": ["owner", "lead"],
  /** Invite, change roles, remove; nobody may give or take a role above their own (see `mayGrant`). */
  "members.edit": ["owner", "lead"],
  /** See who is here now, and be seen. */
  "presence.view": ["owner", "lead", "coder"],
  "people.view": ["owner", "lead", "coder", "trainee"],
  "people.edit": ["owner", "lead"],
  /** The names of interviewees, which lie apart. */
  "names.view": ["owner", "lead"],
  "guide.edit": ["owner", "lead"],
  "codebook.edit": ["owner", "lead"],
  /** Give segments of other coders another code, where a code is split; one's own are coded anew. */
  "codings.reassign": ["owner", "lead"],
  "transcript.read": ["owner", "lead", "coder"],
  "transcript.add": ["owner", "lead", "coder"],
  /** Search the words of transcripts: for those who may read all of them. */
  "search.view": ["owner", "lead", "coder"],
  /** Take away what a search finds, as far as it may be quoted. */
  "search.export": ["owner", "lead", "coder"],
  /** Keep a search for the study, rename it, delete it. */
  "search.save": ["owner", "lead", "coder"],
  /** Change a transcript's text, speakers, passages or pairing; segments follow into the new version. */
  "transcript.correct": ["owner", "lead", "coder"],
  "transcript.redact": ["owner", "lead"],
  /** What lies behind a pseudonym: the words, versions from before it, and the files as handed in. */
  "originals.view": ["owner", "lead"],
  /** Play the recording of a talk, unless its text hides something (see `hearing`). */
  "recording.hear": ["owner", "lead", "coder"],
  /** Keep a recording with a transcript. */
  "recording.attach": ["owner", "lead", "coder"],
  /** Delete a recording for good. */
  "recording.remove": ["owner", "lead"],
  "coding.write": ["owner", "lead", "coder"],
  /** Say where a segment of another coder belongs after a correction; of one's own, everybody who codes may. */
  "placing.decide": ["owner", "lead"],
  /** Set how a quotation of another coder may be cited; of one's own, everybody who codes may. */
  "permission.set": ["owner", "lead"],
  /** See the rounds of the study, and say of what one is assigned that it is done. */
  "rounds.view": ["owner", "lead", "coder"],
  /** Make rounds, assign, open, reveal and end them; the view "Blind" of the database names the same roles. */
  "rounds.edit": ["owner", "lead"],
  "compare.view": ["owner", "lead", "coder", "viewer"],
  "excerpts.view": ["owner", "lead", "coder", "viewer"],
  "excerpts.export": ["owner", "lead", "coder", "viewer"],
  /** Write memos, and see one's own threads with what was answered there. */
  "memos.view": ["owner", "lead", "coder", "trainee"],
  /** See the memos of others (see `memoSight`). */
  "memos.others": ["owner", "lead", "coder"],
  /** See who did what in the study. */
  "history.view": ["owner", "lead", "coder"],
  /** Take back what others did, and bring the study's codings back to a time. */
  "history.restore": ["owner", "lead"],
  /** Erase an interviewee or a transcript for good, with all that was made of it, as where a consent is withdrawn. */
  "consent.erase": ["owner", "lead"],
  /** Read on screen, never in an export, the words of a quotation that may not be quoted. */
  "withheld.view": ["owner", "lead"],
} as const satisfies Record<string, readonly Role[]>;

export type StudyAction = keyof typeof ALLOWED;
export const STUDY_ACTIONS = Object.keys(ALLOWED) as StudyAction[];

/** Whether a member with this role may do this in the study that the resource's own row belongs to. */
export function can(role: Role, action: StudyAction): boolean {
  return (ALLOWED[action] as readonly Role[]).includes(role);
}

/** Whether a member with `own` may give `granted` to somebody, or take it away. */
export function mayGrant(own: Role, granted: Role): boolean {
  if (!can(own, "members.edit")) return false;
  return own === "owner" || granted !== "owner";
}
