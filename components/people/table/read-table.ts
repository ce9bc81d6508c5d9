import type { ErrorBody } from "@/lib/access/errors";
import { type PeopleFile, PeopleFileAnswer } from "@/lib/schemas/people";

export type ReadTable = { ok: true; value: PeopleFile } | { ok: false; error: ErrorBody };

const UNAVAILABLE: ReadTable = { ok: false, error: { code: "unavailable" } };

/** Has the server read a table. Nothing is stored. */
export async function readTable(studyId: string, file: File): Promise<ReadTable> {
  const address = `/api/studies/${studyId}/people/table?name=${encodeURIComponent(file.name)}`;
  try {
    const response = await fetch(address, { method: "POST", body: file });
    const body: unknown = await response.json();
    if (response.ok) return PeopleFileAnswer.parse(body);
    const failed = PeopleFileAnswer.safeParse({ ok: false, ...Object(body) });
    return failed.success ? failed.data : UNAVAILABLE;
  } catch {
    // No answer, or none of ours: the same file can be chosen again.
    return UNAVAILABLE;
  }
}
