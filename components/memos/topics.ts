/** What changes memos: what is done with them, and what is taken back in the history, which may be any list of the study. */
export const MEMOS = ["memos", "study"] as const;
