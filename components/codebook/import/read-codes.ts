import type { ErrorBody } from "@/lib/access/errors";
import { type CodesFile, CodesFileAnswer } from "@/lib/schemas/codebook";

export type ReadCodes = { ok: true; value: CodesFile } | { ok: false; error: ErrorBody };

const UNAVAILABLE: ReadCodes = { ok: false, error: { code: "unavailable" } };

/** Has the server read a file of codes. Nothing is stored. */
export async function readCodes(studyId: string, file: File): Promise<ReadCodes> {
  const address = `/api/studies/${studyId}/codebook/table?name=${encodeURIComponent(file.name)}`;
  try {
    const response = await fetch(address, { method: "POST", body: file });
    const body: unknown = await response.json();
    if (response.ok) return CodesFileAnswer.parse(body);
    const failed = CodesFileAnswer.safeParse({ ok: false, ...Object(body) });
    return failed.success ? failed.data : UNAVAILABLE;
  } catch {
    // No answer, or none of ours: the same file can be chosen again.
    return UNAVAILABLE;
  }
}
