import { buildRows, type Passage, type ReaderDocument } from "@/components/reader/model/document";
import { type ReaderSession, takeWhole } from "@/components/reader/model/session";
import type { PassageRow, TranscriptPassages } from "@/lib/schemas/passages";

/** Shows the text with these passages in the place of those it had. Another version's are left for its next visit. */
export function retie(
  session: ReaderSession,
  { versionId, questions }: Pick<TranscriptPassages, "versionId" | "questions">,
  rows: readonly PassageRow[],
): void {
  const { document } = session;
  if (document.versionId !== versionId) return;
  const byId = new Map(questions.map((question) => [question.id, question]));
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

function withPassages(document: ReaderDocument, passages: Passage[]): ReaderDocument {
  const paragraphs = document.rows.map(({ start, end, text }) => ({ start, end, text }));
  return { ...document, passages, rows: buildRows(paragraphs, document.turns, passages) };
}
