/** Programs that join files leave more than one. */
const BYTE_ORDER_MARKS = /^\uFEFF+/;

/**
 * The text as it is stored: without the byte order marks at its very beginning, and with CRLF and lone CR as
 * LF. Nothing else is changed, since every offset of the product counts on it. Applying it twice is the
 * same as once.
 */
export function normaliseText(raw: string): string {
  const text = raw.replace(BYTE_ORDER_MARKS, "");
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
