import "server-only";
import type { ComparePayload } from "@/lib/schemas/compare";

/** Payloads that this process remembers, at most: of a million codings one is some megabytes. */
const REMEMBERED = 8;

interface Made {
  payload: ComparePayload;
  /** Whether it was made of exactly what its tag names. */
  asNamed: boolean;
}

const made = new Map<string, Promise<Made>>();

/**
 * The payload of a tag, made once for all who ask for it. A tag names all that its payload is made of, so what
 * is remembered is never old. One made of something written since its tag was read is not remembered.
 */
export async function remembered(tag: string, make: () => Promise<Made>): Promise<ComparePayload> {
  const making = made.get(tag) ?? make();
  // What was asked for last goes last.
  made.delete(tag);
  made.set(tag, making);
  for (const oldest of made.keys()) {
    if (made.size <= REMEMBERED) break;
    made.delete(oldest);
  }
  const forget = () => made.get(tag) === making && made.delete(tag);
  try {
    const { payload, asNamed } = await making;
    if (!asNamed) forget();
    return payload;
  } catch (error) {
    forget();
    throw error;
  }
}
