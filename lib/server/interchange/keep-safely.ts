import "server-only";
import { z } from "zod";
import type { Encoding } from "@/lib/domain/transcript";
import { ReadFault } from "@/lib/schemas/files";
import { UploadFacts } from "@/lib/schemas/imports";
import { FILE_LIMIT } from "@/lib/schemas/transcripts";
import { readers } from "./safely/pool";

/** A file that was read, as it is kept: its reading compressed, which nobody need take apart, and what a list says of it. */
export const KeptFile = z.discriminatedUnion("ok", [
  z.object({ ok: z.literal(true), reading: z.instanceof(Uint8Array), facts: UploadFacts }),
  z.object({ ok: z.literal(false), reason: ReadFault }),
]);
export type KeptFile = z.infer<typeof KeptFile>;

/** What a file holds, read as by `readSafely`, for its preview: what it holds passes through this process as it is. */
export async function keepSafely(
  name: string,
  bytes: Uint8Array,
  encoding: Encoding | null,
): Promise<KeptFile> {
  if (bytes.length === 0) return { ok: false, reason: "empty" };
  if (bytes.length > FILE_LIMIT) return { ok: false, reason: "too_large" };
  const done = await readers().run({ kind: "keep", about: { name, encoding }, bytes });
  return done.ok ? KeptFile.parse(done.value) : done;
}
