import "server-only";

const DAY = 24 * 60 * 60;
const pad = (value: number) => String(value).padStart(2, "0");

/** What a number in a cell is shown as. */
export type NumberStyle = "number" | "date" | "time" | "date_time";

/** Formats that spreadsheets know by number alone, without writing them down (ECMA-376, 18.8.30, and Japanese dates). */
const BUILT_IN: [number, number, NumberStyle][] = [
  [14, 17, "date"],
  [18, 21, "time"],
  [22, 22, "date_time"],
  [27, 31, "date"],
  [32, 35, "time"],
  [36, 36, "date"],
  [45, 47, "time"],
  [50, 58, "date"],
];

/** What a number format shows, by its number and, where it is written down, its code. */
export function styleOf(id: number, code: string | undefined): NumberStyle {
  if (code === undefined) return BUILT_IN.find(([from, to]) => id >= from && id <= to)?.[2] ?? "number";
  // Words in quotation marks, escaped letters, colours and languages in brackets are no part of the date.
  const bare = code
    .split(";")[0]
    ?.replace(/"[^"]*"|\\.|_.|\*./g, "")
    .replace(/\[(?![hms]+\])[^\]]*\]/gi, "")
    .toLowerCase();
  const date = /[yde]|g{1,3}(?!eneral)/.test(bare?.replace(/general|e[+-]/g, "") ?? "");
  const time = /[hs]/.test(bare ?? "");
  if (date && time) return "date_time";
  if (date) return "date";
  return time ? "time" : /^m+$/.test(bare ?? "") ? "date" : "number";
}

/**
 * A cell's number as text. Days are counted from 1900 (with the day that 1900 did not have) or from
 * 1904; dates become YYYY-MM-DD, times h:mm:ss, which may go on past a day.
 */
export function numberText(raw: string, style: NumberStyle, from1904: boolean): string {
  const value = Number(raw);
  if (!Number.isFinite(value)) return raw;
  if (style === "number") return plain(value);
  if (value < 0 || value > 2_958_466) return plain(value);
  const seconds = Math.round(value * DAY);
  const clock = (total: number) =>
    `${Math.floor(total / 3600)}:${pad(Math.floor(total / 60) % 60)}:${pad(total % 60)}`;
  if (style === "time") return clock(seconds);
  const days = Math.floor(seconds / DAY);
  const epoch = from1904 ? Date.UTC(1904, 0, 1) : days < 60 ? Date.UTC(1899, 11, 31) : Date.UTC(1899, 11, 30);
  const day = new Date(epoch + days * DAY * 1000).toISOString().slice(0, 10);
  const rest = seconds % DAY;
  return style === "date" || rest === 0 ? day : `${day} ${clock(rest)}`;
}

/** A number as a spreadsheet shows it: fifteen figures, without the trace of binary fractions. */
function plain(value: number): string {
  const rounded = Number(value.toPrecision(15));
  const text = String(rounded);
  return text.includes("e")
    ? rounded.toLocaleString("en", { useGrouping: false, maximumFractionDigits: 15 })
    : text;
}
