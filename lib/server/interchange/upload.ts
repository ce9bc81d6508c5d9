import "server-only";
import { AppError } from "@/lib/access/errors";
import { FILE_LIMIT } from "@/lib/schemas/transcripts";

/** What surrounds a file in a form, and the choices that go with it. */
const FORM_LIMIT = FILE_LIMIT + 2 * 1024 * 1024;

export interface Upload {
  name: string;
  bytes: Uint8Array;
  /** The form's other fields, as text. */
  fields: Record<string, string>;
}

/**
 * The file of a form, read no further than the limit. Throws `forbidden` where another site sent the
 * form, `too_large` above the limit, `invalid` where there is no file.
 */
export async function receiveFile(request: Request): Promise<Upload> {
  const site = request.headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin" && site !== "none") throw new AppError("forbidden");
  const tooLarge = () => new AppError("too_large", { detail: "file_too_large" });
  if (Number(request.headers.get("content-length") ?? 0) > FORM_LIMIT) throw tooLarge();
  let received = 0;
  const bounded = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      received += chunk.byteLength;
      if (received > FORM_LIMIT) controller.error(tooLarge());
      else controller.enqueue(chunk);
    },
  });
  const type = request.headers.get("content-type") ?? "";
  if (!request.body || !type.startsWith("multipart/form-data")) throw new AppError("invalid");
  let form: FormData;
  try {
    form = await new Response(request.body.pipeThrough(bounded), {
      headers: { "content-type": type },
    }).formData();
  } catch (error) {
    // The parser wraps whatever stopped the stream.
    if (received > FORM_LIMIT) throw tooLarge();
    if (error instanceof TypeError) throw new AppError("invalid");
    throw error;
  }
  const file = form.get("file");
  if (!(file instanceof File)) throw new AppError("invalid");
  const fields: Record<string, string> = {};
  for (const [key, value] of form) if (typeof value === "string") fields[key] = value;
  return { name: file.name.slice(0, 1000), bytes: new Uint8Array(await file.arrayBuffer()), fields };
}
