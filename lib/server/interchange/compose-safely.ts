import "server-only";
import { z } from "zod";
import { AppError } from "@/lib/access/errors";
import { type Draft, type DraftHead, STORED_KINDS, type StoredRows } from "@/lib/domain/transcript";
import { DraftFault, DraftHeadOf, WholeDraft } from "@/lib/schemas/drafts";
import type { PartnerJson } from "@/lib/schemas/partner";
import type { Composing } from "./compose";
import { unpacked } from "./packed";
import { performSafely } from "./perform-safely";

const Fault = z.object({ ok: z.literal(false), fault: DraftFault });
const Composed = z.discriminatedUnion("ok", [
  z.object({
    ok: z.literal(true),
    parts: z.array(z.object({ head: DraftHeadOf, language: z.string() })),
  }),
  Fault,
]);
export type Composed = z.infer<typeof Composed>;

const Drafted = z.discriminatedUnion("ok", [z.object({ ok: z.literal(true), draft: WholeDraft }), Fault]);
export type Drafted = z.input<typeof Drafted>;

/** Rows of one of the parts, compressed (gzip). */
const Packed = z.object({
  part: z.int().min(0),
  kind: z.enum(STORED_KINDS),
  packed: z.instanceof(Uint8Array),
});
export type Packed = z.infer<typeof Packed>;

export interface ComposedPart {
  head: DraftHead;
  language: string;
  rows: AsyncIterable<StoredRows>;
}

/**
 * The transcripts that a kept reading becomes under a person's choices, aligned with the other half where
 * there is one, and ready to be written: made in another process with a limit of time and of memory.
 * Throws `too_large` above them, `invalid` where what comes out contradicts itself.
 */
export async function composeSafely(
  reading: Uint8Array,
  composing: Composing,
  partner: PartnerJson | null,
): Promise<ComposedPart[]> {
  const { value, pieces } = await performSafely({
    kind: "compose",
    about: { ...composing, partner },
    bytes: reading,
  });
  const composed = Composed.parse(value);
  if (!composed.ok) throw new AppError("invalid", { detail: `draft_${composed.fault}` });
  const packed = pieces.map((piece) => Packed.parse(piece));
  return composed.parts.map((made, index) => ({
    ...made,
    rows: rowsOf(packed.filter(({ part }) => part === index)),
  }));
}

/** The same as one draft in memory, for a text that takes the place of another. */
export async function draftSafely(reading: Uint8Array, composing: Composing): Promise<Draft> {
  const { value } = await performSafely({
    kind: "draft",
    about: { ...composing, partner: null },
    bytes: reading,
  });
  const drafted = Drafted.parse(value);
  if (!drafted.ok) throw new AppError("invalid", { detail: `draft_${drafted.fault}` });
  return drafted.draft;
}

async function* rowsOf(pieces: readonly Packed[]): AsyncGenerator<StoredRows> {
  for (const { kind, packed } of pieces) yield { kind, json: await unpacked(packed) };
}
