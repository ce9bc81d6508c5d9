import fc from "fast-check";

const HOSTILE = [
  "a",
  "word ",
  "it’s ",
  "3.5",
  " ",
  "\n",
  "\r\n",
  "\r",
  "\uFEFF",
  "\t",
  "\0",
  "é",
  "e\u0301",
  "聞き取り",
  "。",
  "が",
  "か\u3099",
  "👍",
  "👩‍🌾",
  "❤️",
  "𠮷",
  "שלום",
  "مرحبا",
  "\u202E",
  "\u200D",
  "-",
  "'",
  "\uD83D",
  "\uDC4D",
];

/** Texts in which everything meets that makes offsets go wrong: pairs and halves of them, marks, CRLF, right-to-left, Japanese. */
export const anyText = fc
  .array(fc.constantFrom(...HOSTILE), { maxLength: 30 })
  .map((parts) => parts.join(""));

/** The same without halves of surrogate pairs: what can be stored. */
export const wellFormedText = anyText.map((text) => text.toWellFormed().replaceAll("\0", ""));
