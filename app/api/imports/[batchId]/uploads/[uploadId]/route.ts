import { AppError } from "@/lib/access/errors";
import { NAME_HEADER, SendUpload, UploadName } from "@/lib/schemas/imports";
import { defineRoute } from "@/lib/server/access/define-route";
import { scopeOf } from "@/lib/server/access/gate";
import { receiveUpload } from "@/lib/server/imports/mutations";

/** Takes in a file: its bytes are the body, its name a header. Sent again under the same id, it is there once. */
export const PUT = defineRoute({
  input: SendUpload,
  scope: ({ batchId }) => scopeOf("batch", batchId, "transcript.add"),
  respond: async (scope, { batchId, uploadId, position }, request) => {
    const name = UploadName.safeParse(request.headers.get(NAME_HEADER) ?? undefined);
    if (!name.success) throw new AppError("invalid");
    const stated = request.headers.get("content-length");
    const file = {
      batchId,
      id: uploadId,
      position,
      name: name.data,
      length: stated === null ? null : Number(stated),
    };
    // An empty file is taken in like any other: reading it says what it is.
    const body = request.body ?? new Blob().stream();
    return Response.json(await receiveUpload(scope, file, body), { status: 201 });
  },
});
