import "server-only";
import { AppError } from "@/lib/access/errors";

/** The bytes of a request, read no further than the limit. Throws `too_large` above it, `invalid` where there are none. */
export async function receiveBytes(request: Request, limit: number): Promise<Uint8Array> {
  if (!request.body) throw new AppError("invalid");
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body) {
    size += chunk.byteLength;
    // Leaving the loop cancels the rest.
    if (size > limit) throw new AppError("too_large", { detail: "file_too_large" });
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}
