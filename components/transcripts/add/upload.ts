import type { z } from "zod";
import type { ActionResult, ErrorBody } from "@/lib/access/errors";
import {
  type AddChoices,
  AddedTranscript,
  type Encoding,
  UploadAnswer,
  type UploadPreview,
} from "@/lib/schemas/transcripts";

const UNAVAILABLE: { ok: false; error: ErrorBody } = { ok: false, error: { code: "unavailable" } };

async function send<Answer extends z.ZodType>(
  address: string,
  file: File,
  field: [string, string] | null,
  answer: Answer,
): Promise<ActionResult<z.output<Answer>>> {
  const form = new FormData();
  if (field) form.set(field[0], field[1]);
  form.set("file", file);
  try {
    const response = await fetch(address, { method: "POST", body: form });
    const body: unknown = await response.json();
    if (response.ok) return { ok: true, value: answer.parse(body) };
    return hasError(body) ? { ok: false, error: body.error } : UNAVAILABLE;
  } catch {
    // No answer, or none of ours: the same file can be sent again, and is then added once.
    return UNAVAILABLE;
  }
}

function hasError(body: unknown): body is { error: ErrorBody } {
  return typeof body === "object" && body !== null && "error" in body;
}

/** Has the server read a file: its text and what it is written in, or why it cannot be read. Nothing is stored. */
export async function previewFile(
  studyId: string,
  file: File,
  encoding: Encoding | null,
): Promise<ActionResult<UploadPreview>> {
  const address = `/api/studies/${studyId}/uploads`;
  const answer = await send(address, file, encoding && ["encoding", encoding], UploadAnswer);
  return answer.ok ? answer.value : answer;
}

/** Stores the transcript of a file under a person's choices. */
export const addFile = (studyId: string, file: File, choices: AddChoices) =>
  send(`/api/studies/${studyId}/transcripts`, file, ["choices", JSON.stringify(choices)], AddedTranscript);
