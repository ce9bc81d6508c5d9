import type { ActionResult } from "@/lib/access/errors";
import type { FileRead } from "@/lib/schemas/files";
import { Encoding, UploadParams, type UploadPreview } from "@/lib/schemas/transcripts";
import { defineRoute } from "@/lib/server/access/define-route";
import { scopeOf } from "@/lib/server/access/gate";
import { readSafely } from "@/lib/server/interchange/read-safely";
import { receiveFile } from "@/lib/server/interchange/upload";

/**
 * Reads a file for its preview: what it is, and its text. Nothing is kept. A file that cannot be read is
 * an answer like any other, since that is what was asked.
 */
export const POST = defineRoute({
  input: UploadParams,
  scope: ({ studyId }) => scopeOf("study", studyId, "transcript.add"),
  respond: async (_scope, _input, request) => {
    const { name, bytes, fields } = await receiveFile(request);
    const encoding = Encoding.nullable()
      .catch(null)
      .parse(fields.encoding ?? null);
    const file = await readSafely(name, bytes, { encoding, signal: request.signal });
    const answer: ActionResult<UploadPreview> = file.ok
      ? { ok: true, value: previewOf(file) }
      : { ok: false, error: { code: "invalid", detail: `file_${file.reason}` } };
    return Response.json(answer);
  },
});

/** The preview parses text; rows of a table are lines of it, their cells apart by tabs. */
function previewOf({
  reading,
  format,
  encoding,
  warnings,
  leftOut,
}: Extract<FileRead, { ok: true }>): UploadPreview {
  const kind = reading.kind === "cues" ? "cues" : format === "docx" ? "docx" : "text";
  const text = reading.kind === "table" ? reading.rows.map((row) => row.join("\t")).join("\n") : reading.text;
  return { format: kind, text, encoding, warnings, leftOut };
}
