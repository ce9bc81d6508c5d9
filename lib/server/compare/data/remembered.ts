import "server-only";
import type { ComparePayload } from "@/lib/schemas/compare";

/** Payloads that this process remembers, at most: of a million codings one is some megabytes. */
const REMEMBERED = 8;

/** A payload with the tag of what it was made of. */
export interface Tagged {
  tag: string;
  payload: ComparePayload;
}

const made = new Map<string, Promise<Tagged>>();

/**
 * The payload of a tag, made once for all who ask for it. A tag names all that its payload is made of, so what
 * is remembered is never old. One made of something written since its tag was read is remembered by its own.
 */
export async function remembered(tag: string, make: () => Promise<Tagged>): Promise<Tagged> {
  const making = made.get(tag) ?? make();
  remember(tag, making);
  const forget = () => made.get(tag) === making && made.delete(tag);
  try {
    const tagged = await making;
    if (tagged.tag !== tag) {
      forget();
      remember(tagged.tag, making);
    }
    return tagged;
  } catch (error) {
    forget();
    throw error;
  }
}

function remember(tag: string, making: Promise<Tagged>): void {
  // What was asked for last goes last.
  made.delete(tag);
  made.set(tag, making);
  for (const oldest of made.keys()) {
    if (made.size <= REMEMBERED) break;
    made.delete(oldest);
  }
}
