import "server-only";
import { randomUUID } from "node:crypto";
import { AppError } from "@/lib/access/errors";
import type { StudyScope } from "@/lib/access/scope";
import { type Draft, draftFault } from "@/lib/domain/transcript";
import type { AddedTranscript, SourceKind } from "@/lib/schemas/transcripts";
import { mutate, type Tx } from "@/lib/server/history";
import { sizeOf, storeSize } from "../data/size";
import { pairUp } from "./pair";
import { storeText } from "./text";

/** The longest text takes some seconds to insert, and more on a busy server, in milliseconds. */
const PATIENCE = { timeout: 60_000 };

/** A transcript as it is stored: a parsed file with a person's choices, or one that a loader composed. */
export interface NewTranscript extends Draft {
  /** Made by the client: the same event sent twice adds one transcript. */
  eventId: string;
  id: string;
  versionId: string;
  title: string;
  /** BCP 47. */
  language: string;
  interviewId: string | null;
  /** A transcript of the same talk in another language, which has no pair yet. */
  pairWith: string | null;
  /** What it is the text of, where that is no interview. */
  source?: OtherSource;
}

/** A document, a record, a report or a field note: it has no interview and no interviewee. */
export interface OtherSource {
  kind: Exclude<SourceKind, "interview">;
  publisher: string;
  /** The day it is from, as YYYY-MM-DD. */
  date: string | null;
}

/**
 * Stores a transcript with its first version, paragraphs, speakers, turns, points and passages, and its event:
 * all in one transaction, so that a file is there whole or not at all. Turns that carry numbers keep
 * their alignment; otherwise a pair is aligned, and questions that only its other half was seen to ask are asked here, too.
 *
 * Throws `invalid` where the draft contradicts itself, `not_found` where an interview, an interviewee
 * or a question is not this study's, `conflict` where the pair is taken.
 */
export function addTranscript(scope: StudyScope, transcript: NewTranscript): Promise<AddedTranscript> {
  const fault = draftFault(transcript);
  if (fault) throw new AppError("invalid", { detail: `draft_${fault}` });
  const { eventId, id, versionId, title, language, text, source } = transcript;
  return mutate<AddedTranscript>(
    scope,
    { id: eventId, kind: "transcript.add", transcriptId: id },
    async (tx) => {
      const pair = transcript.pairWith === null ? null : await pairUp(tx, scope, transcript);
      const interviewId = transcript.interviewId ?? pair?.interviewId ?? null;
      if (source && (interviewId !== null || transcript.speakers.some(isSomebody)))
        throw new AppError("invalid", { detail: "source_of_interview" });
      await checkPeople(tx, scope, interviewId, transcript);
      await checkQuestions(tx, scope, transcript);
      const pairId = pair?.pairId ?? null;
      const passages = pair?.passages ?? transcript.passages;
      await tx.transcript.create({
        data: {
          id,
          studyId: scope.studyId,
          interviewId,
          title,
          language,
          pairId,
          kind: source?.kind ?? "interview",
          publisher: source?.publisher ?? "",
          date: source?.date ? new Date(source.date) : null,
        },
      });
      await tx.transcriptVersion.create({
        data: { id: versionId, transcriptId: id, number: 1, current: true, length: text.length },
      });
      const speakers = transcript.speakers.map((speaker) => ({
        id: randomUUID(),
        transcriptId: id,
        ...speaker,
      }));
      await tx.speaker.createMany({ data: speakers });
      const turns = transcript.turns.map((turn, index) => ({
        ...turn,
        align: pair?.align?.[index] ?? turn.align,
      }));
      const stored = { ...transcript, turns, passages };
      await storeText(
        tx,
        versionId,
        stored,
        speakers.map((speaker) => speaker.id),
      );
      await storeSize(tx, id, versionId, sizeOf(transcript));
      return {
        before: null,
        after: {
          id,
          versionId,
          title,
          language,
          interviewId,
          pairId,
          aligned: pair?.aligned ?? null,
          length: text.length,
          turns: transcript.turns.length,
          speakers: transcript.speakers.length,
          passages: passages.length,
        },
      };
    },
    PATIENCE,
  );
}

function isSomebody({ intervieweeId }: NewTranscript["speakers"][number]): boolean {
  return intervieweeId !== null;
}

/** A speaker who is an interviewee is one of the interview, or, without an interview, one of the study. */
async function checkPeople(
  tx: Tx,
  { studyId }: StudyScope,
  interviewId: string | null,
  { speakers }: NewTranscript,
): Promise<void> {
  const named = new Set(speakers.flatMap(({ intervieweeId }) => intervieweeId ?? []));
  if (interviewId !== null) {
    const interview = await tx.interview.findFirst({
      where: { id: interviewId, studyId },
      select: { interviewees: { select: { intervieweeId: true } } },
    });
    const known = new Set(interview?.interviewees.map(({ intervieweeId }) => intervieweeId));
    if (!interview || [...named].some((id) => !known.has(id))) throw new AppError("not_found");
  } else if (named.size > 0) {
    const known = await tx.interviewee.count({ where: { studyId, id: { in: [...named] } } });
    if (known < named.size) throw new AppError("not_found");
  }
}

async function checkQuestions(tx: Tx, scope: StudyScope, { passages }: NewTranscript): Promise<void> {
  const asked = [...new Set(passages.map(({ questionId }) => questionId))];
  if (asked.length === 0) return;
  const known = await tx.question.count({
    where: { id: { in: asked }, cluster: { studyId: scope.guideStudyId } },
  });
  if (known < asked.length) throw new AppError("not_found");
}
