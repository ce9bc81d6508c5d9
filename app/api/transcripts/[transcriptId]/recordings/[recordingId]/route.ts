import { AppError } from "@/lib/access/errors";
import { byteRange } from "@/lib/domain/recording";
import { NAME_HEADER, UploadName } from "@/lib/schemas/imports";
import { RecordingAddress } from "@/lib/schemas/recordings";
import { defineRoute } from "@/lib/server/access/define-route";
import { scopeOf } from "@/lib/server/access/gate";
import { playable } from "@/lib/server/recordings/data";
import { receiveRecording } from "@/lib/server/recordings/mutations";

/** A recording, or the stretch of it that the player asks for: that is how it goes to a place without what is before it. */
export const GET = defineRoute({
  input: RecordingAddress,
  scope: ({ recordingId }) => scopeOf("recording", recordingId, "recording.hear"),
  respond: async (scope, { recordingId }, request) => {
    const { kind, size, sha256, read } = await playable(scope, recordingId);
    const etag = `"${sha256}"`;
    // Asked at each stretch: who may not hear it any more has no copy in the browser either.
    const headers = {
      etag,
      "accept-ranges": "bytes",
      "cache-control": "private, no-store",
      "content-type": kind,
    };
    const same = [null, etag].includes(request.headers.get("if-range"));
    const range = same ? byteRange(request.headers.get("range"), size) : null;
    if (range === "none")
      return new Response(null, { status: 416, headers: { ...headers, "content-range": `bytes */${size}` } });
    const { start, end } = range ?? { start: 0, end: size };
    return new Response(read(start, end), {
      status: range ? 206 : 200,
      headers: {
        ...headers,
        "content-length": String(end - start),
        ...(range && { "content-range": `bytes ${start}-${end - 1}/${size}` }),
      },
    });
  },
});

/** Takes in a recording: its bytes are the body, its name a header. Sent again under the same id, it is there once. */
export const PUT = defineRoute({
  input: RecordingAddress,
  scope: ({ transcriptId }) => scopeOf("transcript", transcriptId, "recording.attach"),
  respond: async (scope, { transcriptId, recordingId }, request) => {
    const name = UploadName.safeParse(request.headers.get(NAME_HEADER) ?? undefined);
    if (!name.success) throw new AppError("invalid");
    const stated = request.headers.get("content-length");
    const length = stated === null ? null : Number(stated);
    const file = { transcriptId, id: recordingId, name: name.data, length };
    const received = await receiveRecording(scope, file, request.body ?? new Blob().stream());
    return Response.json(received, { status: 201 });
  },
});
