import "server-only";
import { randomUUID } from "node:crypto";
import { AppError } from "@/lib/access/errors";
import type { StudyScope } from "@/lib/access/scope";
import { draftOf, foldName, matchQuestions, parseReading } from "@/lib/domain/transcript";
import type { AddChoices, AddedTranscript } from "@/lib/schemas/transcripts";
import { readSafely } from "@/lib/server/interchange/read-safely";
import { guideQuestions, intervieweesOf } from "../data";
import { addTranscript } from "./add";

interface UploadedFile {
  name: string;
  bytes: Uint8Array;
}

/**
 * Adds the transcript that a file holds, under the choices a person made in its preview. The file is
 * read anew by the same functions as for the preview, so what is stored is what was shown. Throws
 * `invalid` with the reason where the file cannot be read.
 */
export async function importTranscript(
  scope: StudyScope,
  { name, bytes }: UploadedFile,
  choices: AddChoices,
): Promise<AddedTranscript> {
  const file = await readSafely(name, bytes, { encoding: choices.encoding });
  if (!file.ok) throw new AppError("invalid", { detail: `file_${file.reason}` });
  const parsed = parseReading(file.reading, choices.speakers);
  const passages = choices.questions ? matchQuestions(parsed, await guideQuestions(scope)) : [];
  const chosen = new Map(
    choices.interviewees.map(({ label, intervieweeId }) => [foldName(label), intervieweeId]),
  );
  const [only, ...others] =
    choices.interviewId === null ? [] : await intervieweesOf(scope, choices.interviewId);
  const draft = draftOf(
    parsed,
    passages,
    (label) => chosen.get(foldName(label)) ?? (others.length === 0 ? (only ?? null) : null),
  );
  const { eventId, transcriptId, title, language, interviewId, pairWith } = choices;
  return addTranscript(scope, {
    ...draft,
    eventId,
    id: transcriptId,
    versionId: randomUUID(),
    title,
    language,
    interviewId,
    pairWith,
  });
}
