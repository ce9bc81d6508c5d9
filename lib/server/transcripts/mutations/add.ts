import "server-only";
import { randomUUID } from "node:crypto";
import { AppError } from "@/lib/access/errors";
import type { StudyScope } from "@/lib/access/scope";
import {
  type Draft,
  type DraftHead,
  draftFault,
  prepareDraft,
  type StoredRows,
} from "@/lib/domain/transcript";
import { partnerOf } from "@/lib/schemas/partner";
import type { AddedTranscript, SourceKind } from "@/lib/schemas/transcripts";
import { mutate, type Tx } from "@/lib/server/history";
import { partnerFor } from "../data/partner";
import { storeSize } from "../data/size";
import { pairUp } from "./pair";
import { storeRows } from "./text";

/** The longest text takes some seconds to insert, one of a million lines a minute or two, in milliseconds. */
const LONGEST = 180_000;
/** The transaction itself lasts a little longer, so that it is ended with words. */
const PATIENCE = { timeout: LONGEST + 30_000 };

/** What is said of a transcript beside its text. */
export interface TranscriptHeader {
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

/** A transcript as it is stored: a parsed file with a person's choices, or one that a loader composed. */
export interface NewTranscript extends Draft, TranscriptHeader {}

/** A document, a record, a report or a field note: it has no interview and no interviewee. */
export interface OtherSource {
  kind: Exclude<SourceKind, "interview">;
  publisher: string;
  /** The day it is from, as YYYY-MM-DD. */
  date: string | null;
}

/** A draft without a fault, as rows that are ready to be written (see lib/domain/transcript/stored.ts). */
export interface Prepared {
  head: DraftHead;
  /** Taken once. */
  rows: Iterable<StoredRows> | AsyncIterable<StoredRows>;
  /** The version of the other half with which it was aligned. */
  alignedWith: string | null;
}

/**
 * Stores a transcript that is in memory. It is made ready here, which takes as long as the text is: a
 * server that is handed one from outside has it made ready elsewhere (see `addPrepared`).
 *
 * Throws `invalid` where the draft contradicts itself, and as `addPrepared` does.
 */
export async function addTranscript(scope: StudyScope, transcript: NewTranscript): Promise<AddedTranscript> {
  const fault = draftFault(transcript);
  if (fault) throw new AppError("invalid", { detail: `draft_${fault}` });
  const { language, pairWith } = transcript;
  const other = pairWith === null ? null : await partnerFor(scope, pairWith);
  const partner = other && partnerOf(other);
  const prepared = prepareDraft(transcript, { language, partner, newId: randomUUID });
  return addPrepared(scope, transcript, { ...prepared, alignedWith: other?.versionId ?? null });
}

/**
 * Stores a transcript with its first version, paragraphs, speakers, turns, points and passages, and its event:
 * all in one transaction, so that a file is there whole or not at all, and a piece at a time, so that no
 * text holds the server.
 *
 * Throws `not_found` where an interview, an interviewee or a question is not this study's, `conflict` where
 * the pair is taken, `stale` where the other half has another version than it was aligned with, `too_large`
 * where it takes longer than a text may.
 */
export function addPrepared(
  scope: StudyScope,
  header: TranscriptHeader,
  { head, rows, alignedWith }: Prepared,
): Promise<AddedTranscript> {
  const { eventId, id, versionId, title, language, source } = header;
  return mutate<AddedTranscript>(
    scope,
    { id: eventId, kind: "transcript.add", transcriptId: id },
    async (tx) => {
      const end = performance.now() + LONGEST;
      const pair = header.pairWith === null ? null : await pairUp(tx, scope, header, alignedWith);
      const interviewId = header.interviewId ?? pair?.interviewId ?? null;
      if (source && (interviewId !== null || head.interviewees.length > 0))
        throw new AppError("invalid", { detail: "source_of_interview" });
      await checkPeople(tx, scope, interviewId, head.interviewees);
      await checkQuestions(tx, scope, head.questions);
      const pairId = pair?.pairId ?? null;
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
        data: { id: versionId, transcriptId: id, number: 1, current: true, length: head.length },
      });
      const place = { transcriptId: id, versionId, partnerVersionId: alignedWith };
      for await (const piece of rows) {
        await storeRows(tx, place, piece);
        if (performance.now() > end) throw new AppError("too_large", { detail: "storing_took_too_long" });
      }
      await storeSize(tx, id, versionId, head.size);
      const { aligned, length, turns, speakers, passages } = head;
      return {
        before: null,
        after: {
          id,
          versionId,
          title,
          language,
          interviewId,
          pairId,
          aligned,
          length,
          turns,
          speakers,
          passages,
        },
      };
    },
    PATIENCE,
  );
}

/** A speaker who is an interviewee is one of the interview, or, without an interview, one of the study. */
async function checkPeople(
  tx: Tx,
  { studyId }: StudyScope,
  interviewId: string | null,
  named: readonly string[],
): Promise<void> {
  if (interviewId !== null) {
    const interview = await tx.interview.findFirst({
      where: { id: interviewId, studyId },
      select: { interviewees: { select: { intervieweeId: true } } },
    });
    const known = new Set(interview?.interviewees.map(({ intervieweeId }) => intervieweeId));
    if (!interview || named.some((id) => !known.has(id))) throw new AppError("not_found");
  } else if (named.length > 0) {
    const known = await tx.interviewee.count({ where: { studyId, id: { in: [...named] } } });
    if (known < named.length) throw new AppError("not_found");
  }
}

async function checkQuestions(tx: Tx, scope: StudyScope, asked: readonly string[]): Promise<void> {
  if (asked.length === 0) return;
  const known = await tx.question.count({
    where: { id: { in: [...asked] }, cluster: { studyId: scope.guideStudyId } },
  });
  if (known < asked.length) throw new AppError("not_found");
}
