const BOM = "\uFEFF";

/**
 * The text as it is stored: without the byte order mark at its very beginning, and with CRLF and lone CR as
 * LF. Nothing else is changed, since every offset of the product counts on it. Applying it twice is the
 * same as once, except that a text which begins with two marks loses one each time.
 */
export function normaliseText(raw: string): string {
  const text = raw.startsWith(BOM) ? raw.slice(1) : raw;
  return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
}

/** Why a text cannot be stored, and where (UTF-16 code units). */
export type Unstorable = { offset: number; reason: "nul" | "lone_surrogate" };

/**
 * The first place of `text` that PostgreSQL cannot keep: U+0000, or half of a surrogate pair, which has no
 * form in UTF-8 and would silently become another character. Null if there is none.
 */
export function unstorable(text: string): Unstorable | null {
  // With the u flag a surrogate escape matches only a half that has no partner.
  const offset = text.search(/[\0\uD800-\uDFFF]/u);
  if (offset < 0) return null;
  return { offset, reason: text.charCodeAt(offset) === 0 ? "nul" : "lone_surrogate" };
}
