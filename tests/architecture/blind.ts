import type { Rule } from "./rules";

/** Reads what coders made, or who is there: as SQL, or through Prisma. */
const READS =
  /\b(?:FROM|JOIN)\s+"(?:Segment|Coding|CodeExample|Memo|Digest|HistoryEvent|Presence)"|\.(?:segment|coding|codeExample|memo|digest|historyEvent|presence)\.(?:find|count|aggregate|groupBy)/;

/** What reads them without asking lib/server/blind.ts, and why nothing another coder made comes out of it. */
const EXEMPT: Record<string, string> = {
  "lib/server/blind.ts": "says what is seen",
  "lib/server/codebook/data/changes.ts": "changes of the codebook alone, which are everybody's",
  "lib/server/codebook/data/usage.ts": "counts all, and sums for each member by the view Blind",
  "lib/server/codebook/mutations/codings.ts":
    "merging is done to everybody's; seenChange says what is answered",
  "lib/server/codebook/mutations/examples.ts": "the gate has found the segment, which the member sees",
  "lib/server/codebook/mutations/undo.ts": "is done to everybody's; seenChange says what is answered",
  "lib/server/compare/data/kept.ts": "digests are kept by who sees what was counted (units.ts)",
  "lib/server/counted-alone.ts": "takes counts away, and answers none",
  "lib/server/erasure/data/counts.ts":
    "what goes is counted in all, since it is everybody's; by coder, who is blind is told of their own alone",
  "lib/server/erasure/data/reach.ts": "ids alone, of what an erasure takes from everybody",
  "lib/server/erasure/mutations/forget.ts": "takes content away, and answers how many events lost some",
  "lib/server/erasure/mutations/rows.ts": "takes everybody's rows away, and answers none",
  "lib/server/history.ts": "one's own event of an id, sent again",
  "lib/server/history/data/choices.ts": "by visibleEvents",
  "lib/server/history/data/list.ts": "by visibleEvents",
  "lib/server/history/data/own-steps.ts": "one's own events, by their ids",
  "lib/server/history/mutations/store-memos.ts": "of an event that the member sees",
  "lib/server/history/mutations/step-back.ts": "one's own events, taken back by undoEvent",
  "lib/server/history/mutations/undo.ts": "by visibleEvents, and one's own",
  "lib/server/keeping/mutations/aged.ts": "for nobody: what was deleted long ago goes",
  "lib/server/keeping/mutations/purge.ts": "for nobody: what was deleted long ago goes",
  "lib/server/live/events.ts": "sightOf decides for each stream",
  "lib/server/whole-of-part.ts": "an event of what is one's own, or decided by sightOf",
  "lib/server/live/presence.ts": "seesPresence decides for each stream",
  "lib/server/memos/mutations/shared.ts": "by visibleThreads",
  "lib/server/pairs/data.ts": "events of alignments",
  "lib/server/passages/mutations/undo.ts": "events of passages",
  "lib/server/revisions/data/older.ts": "the coder's own, or of an event that prepare has narrowed",
  "lib/server/revisions/mutations/decide.ts": "the gate has found the segment, which the member sees",
  "lib/server/revisions/mutations/move.ts": "every segment moves; seenCorrection says what is answered",
  "lib/server/rounds/data/coded.ts":
    "counts all; progress.ts is asked for what the view Blind lets be seen alone",
  "lib/server/search/data/permissions.ts": "how words may be cited holds for everybody, whoever said so",
  "lib/server/search/mutations/found-passages.ts": "the coder's own",
  "lib/server/long-work/data.ts": "one's own events, by their ids",
};

/** What coders made is read as far as whoever asks sees it: a blind round is blind on the server. */
export const blind: Rule = ({ path, text, imports }) =>
  path.startsWith("lib/server/") && READS.test(text) && !imports.includes("lib/server/blind") && !EXEMPT[path]
    ? [
        `${path}: reads what coders made; ask lib/server/blind.ts what of it is seen, or say in tests/architecture/blind.ts why not`,
      ]
    : [];
