import { isSpacedWord, isSpaceless } from "./fold";
import type { Piece } from "./query";

/** Stands for a wildcard: a word beside it is none by itself. */
const WILD = "\u0000";

/**
 * What a folded text holds that is too short for trigrams, each once: words of one or two letters of scripts
 * with spaces, and of the others every character and every two that follow one another.
 */
export function shortKeys(folded: string): string[] {
  const keys = new Set<string>();
  for (let at = 0; at < folded.length; ) {
    const character = folded.charAt(at);
    if (isSpaceless(character)) {
      keys.add(character);
      const next = folded.charAt(at + 1);
      if (isSpaceless(next)) keys.add(character + next);
      at += 1;
    } else if (isSpacedWord(character)) {
      const start = at;
      while (isSpacedWord(folded.charAt(at))) at += 1;
      const alone = folded.charAt(start - 1) !== WILD && folded.charAt(at) !== WILD;
      if (at - start <= 2 && alone) keys.add(folded.slice(start, at));
    } else at += 1;
  }
  return [...keys];
}

/**
 * Which of them a phrase of whole words needs; none where it has three letters on end, by which it is found
 * as well.
 */
export function shortKeysOf(pieces: readonly Piece[]): string[] {
  const text = pieces
    .map((piece) => (piece.kind === "letters" ? piece.text : piece.kind === "maybe_space" ? " " : WILD))
    .join("");
  if (/[\p{L}\p{M}\p{N}ー]{3}/u.test(text)) return [];
  const keys = shortKeys(text);
  // Two characters on end say more than each of them.
  return keys.filter(
    (key) => !(isSpaceless(key) && keys.some((other) => other.length > key.length && other.includes(key))),
  );
}
