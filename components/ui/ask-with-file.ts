import type { ErrorBody } from "@/lib/access/errors";

type Answer<Value> = { ok: true; value: Value } | { ok: false; error: ErrorBody };

/** A schema of answers. */
interface Reads<Value> {
  parse(body: unknown): Answer<Value>;
  safeParse(body: unknown): { success: true; data: Answer<Value> } | { success: false };
}

const UNAVAILABLE = { ok: false, error: { code: "unavailable" } } as const;

/** Has the server read a file, of which nothing is stored. */
export async function askWithFile<Value>(
  address: string,
  file: File,
  answer: Reads<Value>,
): Promise<Answer<Value>> {
  try {
    const response = await fetch(`${address}?name=${encodeURIComponent(file.name)}`, {
      method: "POST",
      body: file,
    });
    const body: unknown = await response.json();
    if (response.ok) return answer.parse(body);
    const failed = answer.safeParse({ ok: false, ...Object(body) });
    return failed.success ? failed.data : UNAVAILABLE;
  } catch {
    // No answer, or none of ours: the same file can be chosen again.
    return UNAVAILABLE;
  }
}
