/**
 * Each in a process of its own: what starts programs, workers and listeners or ends them, has a module or a setting of
 * the process replaced, or measures it. The other tests of a part share processes, one file after the other, since a
 * new one costs most of them more than what they do in it.
 */
export const ALONE = {
  unit: ["access/session", "imports/progress"],
  integration: [
    ...["access-walk", "accounts", "accounts-sign-in", "blind-leaks", "redactions"],
    ...[
      "*-safely",
      "erasure-at-once",
      "excerpts-slots",
      "imports*",
      "replacing",
      "sample",
      "search",
      "real-samples*",
    ],
    ...["blind-streams", "launch*", "live*", "support", "work", "codebook-counts"],
  ],
};
