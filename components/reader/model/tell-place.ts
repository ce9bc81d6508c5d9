import type { SegmentState } from "@/lib/domain/coding";
import { overlaps, type Range } from "@/lib/domain/segment";
import { type ReaderDocument, rowAt, turnAt } from "./document";
import type { Painted } from "./painted";
import { passes, type ReaderSession, type Saying, say } from "./session";

/** What telling of a place reads and writes. */
type Teller = Pick<ReaderSession, "codes" | "document" | "filter" | "saying"> & {
  frame: Pick<ReaderSession["frame"], "me">;
  store: Pick<ReaderSession["store"], "coders" | "inRow">;
};

/** More names than these nobody keeps in mind; the list of the place has them all. */
const MOST = 5;

/** Tells that a segment is the one at hand: its codes, whose it is where it is another's, its words and who says them. */
export function tellChosen(
  session: Pick<ReaderSession, "codes" | "document" | "frame" | "saying" | "store">,
  segment: SegmentState,
): void {
  const { codes, store, frame, document } = session;
  const names = store.codingsOf(segment.id).map(({ codeId }) => codes.get(codeId)?.name ?? "");
  const coder = store.coders.find(({ id }) => id === segment.coderId && id !== frame.me.id);
  say(session, coder ? "chosenOf" : "chosen", {
    ...{ codes: names.join(", "), coder: coder?.name ?? "", quote: segment.quote },
    ...whoSays(document, segment.start),
  });
}

/** Tells a paragraph as it is read: the questions that it opens, who speaks, its words, and what is coded in it. */
export function tellParagraph(session: Teller, offset: number): void {
  const { document } = session;
  const row = rowAt(document, offset);
  if (!row || offset >= document.text.length) {
    say(session, "caret.end");
    return;
  }
  const from = row.opensTurn && row.turn ? Math.min(row.turn.bodyStart, row.end) : row.start;
  const words = { start: from, end: row.end };
  const quote = document.text.slice(from, row.end).trim();
  if (quote === "") {
    say(session, "caret.blank");
    return;
  }
  const filter = session.filter.get();
  const segments = session.store.inRow(row.index).filter((each) => passes(filter, each));
  const [question] = row.questions;
  say(session, "caret.paragraph", {
    asked: row.questions.length,
    question: row.questions.map((each) => `${each.questionKey} ${each.questionText}`).join(" "),
    status: question?.status ?? "answered",
    ...(row.opensTurn ? whoSays(document, from) : NOBODY),
    ...{ quote, hidden: hiddenIn(document, words) },
    ...coded(session, segments),
  });
}

/** Tells words that the caret was led to or over, and which segments it came into and out of by that. */
export function tellWords(session: Teller, words: Range, moved: { from: number; to: number }): void {
  const quote = session.document.text.slice(words.start, words.end);
  const before = segmentsOn(session, moved.from);
  const now = segmentsOn(session, moved.to);
  const into = now.filter((each) => !before.includes(each));
  const out = before.filter((each) => !now.includes(each));
  if (quote.trim() === "" && into.length + out.length === 0) {
    say(session, quote.includes("\n") || quote === "" ? "caret.lineEnd" : "caret.space");
    return;
  }
  const left = coded(session, out);
  say(session, "caret.words", {
    ...{ quote: quote.trim(), hidden: hiddenIn(session.document, words) },
    ...coded(session, into),
    ...{ left: left.count, gone: left.codes },
  });
}

/** Tells what was added to the words selected, or given back. */
export function tellExtended(session: Teller, before: Range, after: Range): void {
  const grew = after.end - after.start > before.end - before.start;
  const [inner, outer] = grew ? [before, after] : [after, before];
  // Led over its beginning a selection turns round, and what of it was selected before no longer counts.
  const turned = inner.start !== outer.start && inner.end !== outer.end;
  const part = turned
    ? after
    : inner.start === outer.start
      ? { start: inner.end, end: outer.end }
      : { start: outer.start, end: inner.start };
  const quote = session.document.text.slice(part.start, part.end).trim();
  if (quote !== "") say(session, grew || turned ? "caret.extended" : "caret.reduced", { quote });
}

/** Nobody is told to speak. */
export const NOBODY = { who: "none", label: "", number: 0 } as const;

/** Who says the words at an offset. */
function whoSays(document: ReaderDocument, offset: number): Saying["values"] {
  const speaker = turnAt(document, offset)?.speaker;
  if (!speaker) return NOBODY;
  const { label, intervieweeNumber: number } = speaker;
  return { who: number === null ? "label" : "number", label, number: number ?? 0 };
}

/** The segments that hold the character at an offset. */
function segmentsOn({ store, document, filter }: Teller, offset: number): Painted[] {
  const shown = filter.get();
  const here = store.inRow(rowAt(document, offset)?.index ?? -1);
  return here.filter((each) => each.start <= offset && offset < each.end && passes(shown, each));
}

/** How many segments, and the codes on them with whose they are where others', each once. */
function coded({ codes, store, frame }: Teller, segments: readonly Painted[]) {
  const names = segments.flatMap(({ codeIds, coderId }) => {
    const coder = coderId === frame.me.id ? undefined : store.coders.find(({ id }) => id === coderId)?.name;
    return codeIds.map((id) => `${codes.get(id)?.name ?? ""}${coder ? ` (${coder})` : ""}`);
  });
  const each = [...new Set(names)];
  const rest = each.length - MOST;
  return {
    count: segments.length,
    codes: each.slice(0, rest > 1 ? MOST : each.length).join(", ") + (rest > 1 ? ` +${rest}` : ""),
  };
}

const hiddenIn = ({ redactions }: ReaderDocument, words: Range) =>
  redactions.filter((each) => overlaps(each, words)).length;
