/** How long some talk is: words of languages written with spaces, characters of the others. Never one sum, since the two do not compare. */
export type Length = { readonly words: number; readonly characters: number };

/** How much was coded: segments, and the united length of what they cover. */
export type Amount = Length & { readonly segments: number };

/** No talk at all. */
export const NOTHING: Amount = Object.freeze({ segments: 0, words: 0, characters: 0 });
