import "server-only";
import { z } from "zod";
import type { AlignableTurn, Bead } from "@/lib/domain/transcript";
import { performSafely } from "./perform-safely";

const Span = z.object({ start: z.int().min(0), end: z.int().min(0) });
const Beads = z.array(z.object({ first: Span, second: Span }));

/**
 * Turns of two languages side by side (see lib/domain/transcript/align.ts), found in another process: a thousand
 * a side take a second or two, in which the server answers others. Throws `too_large` above its limits.
 */
export async function alignSafely(
  first: readonly AlignableTurn[],
  second: readonly AlignableTurn[],
): Promise<Bead[]> {
  const { value } = await performSafely({ kind: "align", about: { first, second }, bytes: new Uint8Array() });
  return Beads.parse(value);
}
