/** What is written of a code besides its name, in the order in which it is read. */
export const CODE_TEXTS = ["definition", "whenToUse", "whenNotToUse", "example", "counterExample"] as const;
export type CodeText = (typeof CODE_TEXTS)[number];

/** A code as the codebook had it at some time: what it means, where it stands, and what has become of it. */
export interface BookCode extends Readonly<Record<CodeText, string>> {
  readonly id: string;
  readonly parentId: string | null;
  readonly name: string;
  readonly retired: boolean;
  /** The code that it was merged into; only a retired code has one. */
  readonly mergedIntoId: string | null;
}
