/** A token of a query as it was typed. */
export type Token =
  | { kind: "word"; text: string }
  | { kind: "quoted"; text: string }
  | { kind: "pattern"; source: string }
  | { kind: "and" | "or" | "not" | "open" | "close" };

const CLOSING: Record<string, string> = { '"': '"', "“": "”", "„": "“", "＂": "＂", "「": "」", "『": "』" };
const OPERATORS: Record<string, "and" | "or" | "not"> = { AND: "and", OR: "or", NOT: "not" };
const SIGNS: Record<string, "or" | "open" | "close"> = {
  "|": "or",
  "｜": "or",
  "(": "open",
  "（": "open",
  ")": "close",
  "）": "close",
};

/**
 * The tokens of what was typed; null where a regular expression has no end. A quotation without an end goes
 * to the end, since it is still being typed.
 */
export function tokensOf(typed: string): Token[] | null {
  const tokens: Token[] = [];
  for (let at = 0; at < typed.length; ) {
    const character = typed.charAt(at);
    const closing = CLOSING[character];
    const sign = SIGNS[character];
    if (/\s/.test(character)) at += 1;
    else if (sign) {
      tokens.push({ kind: sign });
      at += 1;
    } else if (closing) {
      const end = typed.indexOf(closing, at + 1);
      const to = end < 0 ? typed.length : end;
      tokens.push({ kind: "quoted", text: typed.slice(at + 1, to) });
      at = to + 1;
    } else if (character === "/") {
      const end = patternEnd(typed, at + 1);
      if (end === null) return null;
      tokens.push({ kind: "pattern", source: typed.slice(at + 1, end) });
      at = end + 1;
    } else {
      const end = wordEnd(typed, at);
      const text = typed.slice(at, end);
      const operator = OPERATORS[text];
      tokens.push(operator ? { kind: operator } : { kind: "word", text });
      at = end;
    }
  }
  return tokens;
}

/** Where the regular expression's closing slash stands: neither after a backslash nor in a class. */
function patternEnd(typed: string, start: number): number | null {
  let inClass = false;
  for (let at = start; at < typed.length; at += 1) {
    const character = typed.charAt(at);
    if (character === "\\") at += 1;
    else if (character === "[") inClass = true;
    else if (character === "]") inClass = false;
    else if (character === "/" && !inClass) return at;
  }
  return null;
}

function wordEnd(typed: string, start: number): number {
  let at = start;
  while (at < typed.length) {
    const character = typed.charAt(at);
    if (character === "\\") at += 1;
    else if (/\s/.test(character) || SIGNS[character] || CLOSING[character]) break;
    at += 1;
  }
  return Math.min(at, typed.length);
}
