import type { AccountKey } from "@/seeds/human-security/accounts";

/** A study that a journey wants to begin in. */
export interface WantedStudy {
  title: string;
  /** Who else is in it beside the sample's owner, each in the role of their account. */
  members?: AccountKey[];
  /** Codes at the top level, beside those that the talks are coded with. */
  codes?: { name: string; shortcut: string }[];
  talks?: WantedTalk[];
  /** The title of an open round in which all the talks are assigned to this member. */
  round?: { title: string; coder: AccountKey };
}

export interface WantedTalk {
  title: string;
  /** As a file would bring them: each line begins with who speaks. */
  words: string;
  /** Whose talk it is; without, it is of nobody whom the study knows. */
  by?: { sector: string; position: string };
  /** What the owner has coded in it: words, and the name of the code on them. */
  coded?: [words: string, code: string][];
  /** Questions of the guide, each with how the turn begins from which on it is answered. */
  asked?: [words: string, question: string][];
  /** A name that is hidden where it stands first, and its pseudonym. */
  hidden?: [name: string, pseudonym: string];
  /** Whether it is the talk before it in another language. */
  paired?: boolean;
}

/** Ids of what was made, the talks in their order. */
export interface MadeStudy {
  studyId: string;
  transcripts: string[];
}
