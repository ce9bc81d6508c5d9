export const ATTRIBUTE_KINDS = ["text", "number", "date", "choice"] as const;
export type AttributeKind = (typeof ATTRIBUTE_KINDS)[number];

export interface AttributeType {
  kind: AttributeKind;
  /** The values that a choice may take, in their order. */
  choices: readonly string[];
}

/** The longest value, in UTF-16 code units. */
export const VALUE_LIMIT = 300;
/** More different values than this are no choice between a few. */
const CHOICES_AT_MOST = 12;

export type CanonicalValue =
  | { ok: true; value: string }
  | { ok: false; problem: "not_a_decimal" | "not_a_date" | "not_a_choice" | "too_long" };

/** A value in the form in which it is kept; blank stays blank, and means that nothing is known. */
export function canonicalValue({ kind, choices }: AttributeType, raw: string): CanonicalValue {
  const text = raw.replace(/\s+/gu, " ").trim();
  if (text === "") return { ok: true, value: "" };
  if (text.length > VALUE_LIMIT) return { ok: false, problem: "too_long" };
  if (kind === "number") return numberOf(text);
  if (kind === "date") return dateOf(text);
  if (kind === "text") return { ok: true, value: text };
  const folded = fold(text);
  const choice = choices.find((each) => fold(each) === folded);
  return choice === undefined ? { ok: false, problem: "not_a_choice" } : { ok: true, value: choice };
}

const fold = (text: string) => text.normalize("NFKC").toLowerCase().trim();

function numberOf(text: string): CanonicalValue {
  const plain = text.normalize("NFKC").replace(/(?<=\d)[, ](?=\d{3}(?!\d))/g, "");
  if (!/^[-+]?\d{1,15}(?:\.\d{1,15})?$/.test(plain)) return { ok: false, problem: "not_a_decimal" };
  return { ok: true, value: String(Number(plain)) };
}

/** Years, months and days as they are written in Japan, by the standard, or with the day first and dots. */
function dateOf(text: string): CanonicalValue {
  const plain = text.normalize("NFKC").replace(/ 0{1,2}:00(?::00)?$/, "");
  const first = /^(\d{4})(?:[-/.]|年)(\d{1,2})(?:[-/.]|月)(\d{1,2})日?$/.exec(plain);
  const last = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(plain);
  const [year, month, day] = first ? first.slice(1) : last ? last.slice(1).reverse() : [];
  const date = `${year}-${month?.padStart(2, "0")}-${day?.padStart(2, "0")}`;
  const time = Date.parse(`${date}T00:00:00Z`);
  // 30 February would roll over into March.
  const exists = Number.isFinite(time) && new Date(time).toISOString().startsWith(date);
  return exists ? { ok: true, value: date } : { ok: false, problem: "not_a_date" };
}

/** What kind an attribute of these values is; blank ones say nothing. Few values that come again are a choice. */
export function guessType(values: readonly string[]): AttributeType {
  const filled = values.map((value) => value.trim()).filter((value) => value !== "");
  const all = (kind: "number" | "date") =>
    filled.length > 0 && filled.every((value) => canonicalValue({ kind, choices: [] }, value).ok);
  if (all("number")) return { kind: "number", choices: [] };
  if (all("date")) return { kind: "date", choices: [] };
  const different = new Map<string, string>();
  for (const value of filled) if (!different.has(fold(value))) different.set(fold(value), value);
  const isChoice =
    different.size > 0 && different.size <= CHOICES_AT_MOST && different.size * 2 <= filled.length;
  return isChoice ? { kind: "choice", choices: [...different.values()] } : { kind: "text", choices: [] };
}
