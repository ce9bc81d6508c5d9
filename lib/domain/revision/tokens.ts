/** A text cut into tokens: token `i` is [ends[i - 1] ?? 0, ends[i]), in UTF-16 code units; `ids` are equal where tokens are. */
export interface Tokens {
  ids: Int32Array;
  ends: Int32Array;
}

/** Numbers for tokens, the same for the same token; shared by the texts that are compared. */
export class Vocabulary {
  private readonly numbers = new Map<string, number>();

  of(token: string): number {
    const known = this.numbers.get(token);
    if (known !== undefined) return known;
    this.numbers.set(token, this.numbers.size);
    return this.numbers.size - 1;
  }
}

// Scripts without spaces between words are cut by character, with the marks that stand on it.
const ALONE =
  "[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}]";
const WORD = new RegExp(
  `${ALONE}\\p{M}*|(?:(?!${ALONE})[\\p{L}\\p{M}\\p{N}])+|[^\\S\\n]+|[\\s\\S]\\p{M}*`,
  "gu",
);
const CHARACTER = /\P{M}\p{M}*|\p{M}+/gu;

/** The lines of a text, each with its LF. */
export function lineTokens(text: string, vocabulary: Vocabulary): Tokens {
  const ids: number[] = [];
  const ends: number[] = [];
  for (let start = 0; start < text.length; ) {
    const lineBreak = text.indexOf("\n", start);
    const end = lineBreak < 0 ? text.length : lineBreak + 1;
    ids.push(vocabulary.of(text.slice(start, end)));
    ends.push(end);
    start = end;
  }
  return { ids: Int32Array.from(ids), ends: Int32Array.from(ends) };
}

/** Words, the white space between them, and each other character by itself; never part of a surrogate pair. */
export function wordTokens(text: string, vocabulary: Vocabulary): Tokens {
  return tokensOf(text, WORD, vocabulary);
}

/** Characters with the marks on them; never part of a surrogate pair. */
export function characterTokens(text: string, vocabulary: Vocabulary): Tokens {
  return tokensOf(text, CHARACTER, vocabulary);
}

function tokensOf(text: string, pattern: RegExp, vocabulary: Vocabulary): Tokens {
  const ids: number[] = [];
  const ends: number[] = [];
  let end = 0;
  for (const [token] of text.matchAll(pattern)) {
    end += token.length;
    ids.push(vocabulary.of(token));
    ends.push(end);
  }
  return { ids: Int32Array.from(ids), ends: Int32Array.from(ends) };
}
