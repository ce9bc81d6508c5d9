import { buildRows, type Passage, type ReaderDocument } from "@/components/reader/model/document";
import { type ReaderSession, takeWhole } from "@/components/reader/model/session";
import type { PassageRow, PassagesNow } from "@/lib/schemas/passages";

/**
 * Shows the passages that a change came to, beside the text and above its paragraphs. Another version's are
 * left for its next visit.
 */
export function retie(session: ReaderSession, { versionId, passages: rows }: PassagesNow): void {
  const { document, passages: book } = session;
  const known = book.state.get();
  if (known.state !== "ready" || document.versionId !== versionId) return;
  book.state.set({ state: "ready", value: { ...known.value, versionId, passages: rows } });
  const byId = new Map(known.value.questions.map((question) => [question.id, question]));
  const passages = rows.map(({ questionId, start, end, status }, index): Passage => {
    const question = byId.get(questionId);
    return {
      index,
      start,
      end,
      status,
      questionKey: question?.key ?? "",
      questionText: question?.text ?? "",
    };
  });
  takeWhole(session, withPassages(document, passages));
}

/** Where the first passage begins that differs between two states; null where none does. */
export function firstChange(before: readonly PassageRow[], after: readonly PassageRow[]): number | null {
  const key = (row: PassageRow) => JSON.stringify(row);
  const [had, has] = [new Set(before.map(key)), new Set(after.map(key))];
  const differing = [
    ...after.filter((row) => !had.has(key(row))),
    ...before.filter((row) => !has.has(key(row))),
  ];
  return differing.length > 0 ? Math.min(...differing.map(({ start }) => start)) : null;
}

function withPassages(document: ReaderDocument, passages: Passage[]): ReaderDocument {
  const paragraphs = document.rows.map(({ start, end, text }) => ({ start, end, text }));
  return { ...document, passages, rows: buildRows(paragraphs, document.turns, passages) };
}
