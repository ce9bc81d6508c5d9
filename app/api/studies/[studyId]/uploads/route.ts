import type { ActionResult } from "@/lib/access/errors";
import { Encoding, UploadParams, type UploadPreview } from "@/lib/schemas/transcripts";
import { defineRoute } from "@/lib/server/access/define-route";
import { scopeOf } from "@/lib/server/access/gate";
import { readFile } from "@/lib/server/interchange/read-file";
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
    const file = await readFile(
      name,
      bytes,
      Encoding.nullable()
        .catch(null)
        .parse(fields.encoding ?? null),
    );
    const answer: ActionResult<UploadPreview> = file.ok
      ? { ok: true, value: file }
      : { ok: false, error: { code: "invalid", detail: `file_${file.reason}` } };
    return Response.json(answer);
  },
});
