import "server-only";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { AppError } from "@/lib/access/errors";
import type { StudyScope } from "@/lib/access/scope";
import {
  type Draft,
  draftOf,
  foldName,
  matchQuestions,
  type ParsedTranscript,
  parseReading,
  splitLanguages,
} from "@/lib/domain/transcript";
import { HandedOn, type ImportChoices, UploadReading } from "@/lib/schemas/imports";
import type { AddedTranscript } from "@/lib/schemas/transcripts";
import { pool } from "@/lib/server/db";
import { guideQuestions, intervieweesOf } from "@/lib/server/transcripts/data";
import { addTranscript } from "@/lib/server/transcripts/mutations";
import { idFrom } from "../../data";
import type { Job, Outcome } from "./lease";
import { partnerOf } from "./partner";
import { replaceText } from "./replace";

const decompress = promisify(gunzip);

/** As long as a partner takes to be stored, or a little less, in milliseconds. */
const PARTNER_SOON = 500;

/**
 * Makes the transcript of a file under the choices that a person made. Its ids follow from the file's, so
 * that a worker that takes up another's work after a crash finds it done, and adds nothing twice.
 */
export async function storeUpload(job: Job, scope: StudyScope): Promise<Outcome> {
  const choices = HandedOn.parse(job.choices);
  const partner = await partnerOf(job, choices);
  if (partner === "later") return { status: "later", after: PARTNER_SOON };
  const { reading } = await readingOf(job.id);
  const parsed = parseReading(reading, choices.reading);
  if (choices.replaces)
    return replaceText(scope, job, choices, choices.replaces, (of) => draftFor(scope, of, choices, parsed));
  const halves = choices.bothLanguages ? splitLanguages(parsed) : null;
  if (!halves) {
    const { id } = await addParsed(scope, job, choices, { parsed, part: "", pairWith: partner });
    return { status: "stored", transcriptId: id };
  }
  // Each half has its own text, so offsets and language are its own too.
  const own = { ...choices, language: null, passages: null };
  const [first, second] = halves;
  const { id } = await addParsed(scope, job, own, { parsed: first, part: "", pairWith: null });
  await addParsed(scope, job, own, { parsed: second, part: ":second", pairWith: id });
  return { status: "stored", transcriptId: id };
}

async function readingOf(uploadId: string): Promise<UploadReading> {
  const { rows } = await pool().query<{ reading: Buffer | null }>(
    `SELECT "reading" FROM "Upload" WHERE "id" = $1`,
    [uploadId],
  );
  const kept = rows[0]?.reading;
  if (!kept) throw new AppError("not_found");
  return UploadReading.parse(JSON.parse((await decompress(kept)).toString("utf8")));
}

interface Part {
  parsed: ParsedTranscript;
  /** Names the part of a file that becomes several transcripts. */
  part: string;
  pairWith: string | null;
}

async function addParsed(
  scope: StudyScope,
  job: Job,
  choices: ImportChoices,
  { parsed, part, pairWith }: Part,
): Promise<AddedTranscript> {
  const { title, kind, publisher, date } = choices;
  const interviewId = kind === "interview" ? choices.interviewId : null;
  return addTranscript(scope, {
    ...(await draftFor(scope, interviewId, choices, parsed)),
    eventId: idFrom(job.id, `event${part}`),
    id: idFrom(job.id, `transcript${part}`),
    versionId: idFrom(job.id, `version${part}`),
    title,
    language: choices.language ?? parsed.language,
    interviewId,
    pairWith,
    ...(kind === "interview" ? {} : { source: { kind, publisher, date } }),
  });
}

/** The draft that a file's text makes under the choices for it, as a text of an interview or of none. */
async function draftFor(
  scope: StudyScope,
  interviewId: string | null,
  choices: ImportChoices,
  parsed: ParsedTranscript,
): Promise<Draft> {
  const matched = async () => (choices.questions ? matchQuestions(parsed, await guideQuestions(scope)) : []);
  const passages = choices.passages ?? (await matched());
  const draft = draftOf(parsed, passages, await whoSpeaks(scope, interviewId, choices));
  const byHand = choices.passages !== null;
  return { ...draft, passages: draft.passages.map((passage) => ({ ...passage, byHand })) };
}

/** Whom a label stands for: the person's choice, else the interview's only interviewee. */
async function whoSpeaks(
  scope: StudyScope,
  interviewId: string | null,
  { kind, interviewees }: ImportChoices,
): Promise<(label: string) => string | null> {
  if (kind !== "interview") return () => null;
  const chosen = new Map(interviewees.map(({ label, intervieweeId }) => [foldName(label), intervieweeId]));
  const [only, ...others] = interviewId === null ? [] : await intervieweesOf(scope, interviewId);
  const alone = others.length === 0 ? (only ?? null) : null;
  return (label) => chosen.get(foldName(label)) ?? alone;
}
