import { normaliseText } from "../text";
import type { ParseWarning } from "./types";

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/gu;
const HALVES = /[\uD800-\uDFFF]/gu;

/**
 * The text as it can be kept: normalised (see ../text), vertical tabs and form feeds as line breaks,
 * no other control characters, and U+FFFD for each half of a surrogate pair, which has no form in
 * UTF-8. Everything that changed is said in a warning. Text without such characters is unchanged.
 */
export function cleanText(raw: string): { text: string; warnings: ParseWarning[] } {
  const warnings: ParseWarning[] = [];
  let text = normaliseText(raw);
  const controls = text.match(CONTROLS);
  if (controls) {
    const names = [...new Set(controls)].map(
      (control) => `U+${control.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`,
    );
    warnings.push({ code: "controls_dropped", count: controls.length, example: names.join(", ") });
    text = text.replace(CONTROLS, (control) => (control === "\u000b" || control === "\u000c" ? "\n" : ""));
  }
  const halves = text.match(HALVES);
  if (halves) {
    warnings.push({ code: "surrogates_replaced", count: halves.length });
    text = text.replace(HALVES, "\uFFFD");
  }
  return { text, warnings };
}

/** The share of code units that are control characters other than tabs and line breaks: high in files that are no text. */
export function controlShare(text: string): number {
  return text.length === 0 ? 0 : (text.match(CONTROLS)?.length ?? 0) / text.length;
}
