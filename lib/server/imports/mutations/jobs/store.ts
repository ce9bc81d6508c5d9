import "server-only";
import { AppError } from "@/lib/access/errors";
import type { StudyScope } from "@/lib/access/scope";
import { HandedOn, type ImportChoices } from "@/lib/schemas/imports";
import { pool } from "@/lib/server/db";
import type { Composing } from "@/lib/server/interchange/compose";
import { type ComposedPart, composeSafely, draftSafely } from "@/lib/server/interchange/compose-safely";
import { foldText } from "@/lib/server/search/mutations";
import { guideQuestions, intervieweesOf, partnerFor } from "@/lib/server/transcripts/data";
import { addPrepared } from "@/lib/server/transcripts/mutations";
import { idFrom } from "../../data";
import type { Job, Outcome } from "./lease";
import { partnerOf } from "./partner";
import { replaceText } from "./replace";

/** As long as a partner takes to be stored, or a little less, in milliseconds. */
const PARTNER_SOON = 500;

/**
 * Makes the transcript of a file under the choices that a person made. What the file holds is taken apart and
 * aligned in another process, and comes back as rows (see compose-safely.ts). Ids follow from the file's, so
 * that a worker that takes up another's work after a crash finds it done, and adds nothing twice.
 */
export async function storeUpload(job: Job, scope: StudyScope): Promise<Outcome> {
  const choices = HandedOn.parse(job.choices);
  const partner = await partnerOf(job, choices);
  if (partner === "later") return { status: "later", after: PARTNER_SOON };
  const { replaces } = choices;
  const reading = await readingOf(job.id);
  if (replaces)
    return replaceText(scope, job, choices, replaces, async (interviewId) =>
      draftSafely(reading, await composingOf(scope, interviewId, choices)),
    );
  const interviewId = choices.kind === "interview" ? choices.interviewId : null;
  const other = partner === null ? null : await partnerFor(scope, partner);
  const [first, second] = await composeSafely(
    reading,
    await composingOf(scope, interviewId, choices),
    other && { turns: other.turns, passages: other.passages },
  );
  if (!first) throw new AppError("invalid");
  const transcriptId = idFrom(job.id, "transcript");
  // A file that holds both languages is a pair in itself.
  const pair = second || !other ? null : { id: partner, versionId: other.versionId };
  try {
    await add(scope, job, choices, { ...first, name: "", pair });
    if (second) {
      const own = { id: transcriptId, versionId: idFrom(job.id, "version") };
      await add(scope, job, choices, { ...second, name: ":second", pair: own });
    }
  } catch (error) {
    // The other half got a newer version meanwhile: aligned with that one, it is stored.
    if (error instanceof AppError && error.code === "stale") return { status: "later", after: 0 };
    throw error;
  }
  // The next search would make it ready else, and somebody would wait for that.
  for (const name of ["version", "version:second"]) await foldText(idFrom(job.id, name)).catch(() => false);
  return { status: "stored", transcriptId };
}

/** As it is kept: compressed JSON, which this process leaves as it is. */
async function readingOf(uploadId: string): Promise<Uint8Array> {
  const { rows } = await pool().query<{ reading: Buffer | null }>(
    `SELECT "reading" FROM "Upload" WHERE "id" = $1`,
    [uploadId],
  );
  if (!rows[0]?.reading) throw new AppError("not_found");
  return rows[0].reading;
}

/** What the choices for a file mean in the study, as a text of an interview or of none. */
async function composingOf(
  scope: StudyScope,
  interviewId: string | null,
  choices: ImportChoices,
): Promise<Composing> {
  const matches = choices.questions && (choices.passages === null || choices.bothLanguages);
  const guide = matches ? await guideQuestions(scope) : [];
  const [only, ...others] = interviewId === null ? [] : await intervieweesOf(scope, interviewId);
  return { choices, guide, alone: others.length === 0 ? (only ?? null) : null };
}

interface Part extends ComposedPart {
  /** Names the part of a file that becomes several transcripts. */
  name: string;
  /** The other half, and the version of it that the part was aligned with. */
  pair: { id: string | null; versionId: string } | null;
}

function add(scope: StudyScope, job: Job, choices: ImportChoices, part: Part) {
  const { title, kind, publisher, date, interviewId } = choices;
  const { name, pair, language, head, rows } = part;
  const header = {
    eventId: idFrom(job.id, `event${name}`),
    id: idFrom(job.id, `transcript${name}`),
    versionId: idFrom(job.id, `version${name}`),
    title,
    language,
    interviewId: kind === "interview" ? interviewId : null,
    pairWith: pair?.id ?? null,
    ...(kind === "interview" ? {} : { source: { kind, publisher, date } }),
  };
  return addPrepared(scope, header, { head, rows, alignedWith: pair?.versionId ?? null });
}
