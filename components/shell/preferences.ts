/** What a person chose for this browser. Cookies, so that the first byte of a page already follows them. */
export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

export function readTheme(value: string | undefined): Theme {
  return value === "light" || value === "dark" ? value : "system";
}

const YEAR = 365 * 24 * 60 * 60;

type Name = "theme" | "locale" | "single-keys" | "reading";

function remember(name: Name, value: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing on plain http, where institutions run this.
  document.cookie = `${name}=${value}; path=/; max-age=${YEAR}; samesite=lax`;
}

/** Shows the theme at once and keeps it. */
export function chooseTheme(theme: Theme): void {
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  remember("theme", theme);
}

/** Keeps the language; the caller refreshes the route, since the server renders most words. */
export function rememberLocale(locale: string): void {
  remember("locale", locale);
}

export function readCookie(name: Name): string | undefined {
  const pair = document.cookie.split("; ").find((part) => part.startsWith(`${name}=`));
  return pair?.slice(name.length + 1);
}

/** Whether shortcuts of a single key are on; they are until switched off. */
export function singleKeysOn(): boolean {
  return readCookie("single-keys") !== "off";
}

export function rememberSingleKeys(on: boolean): void {
  remember("single-keys", on ? "on" : "off");
}

export const TEXT_SIZES = ["small", "normal", "large", "huge"] as const;
export const MEASURES = ["narrow", "normal", "wide"] as const;

/** How a transcript is set: the size of its words, the length of its lines, and whether lines have their numbers. */
export interface Reading {
  size: (typeof TEXT_SIZES)[number];
  measure: (typeof MEASURES)[number];
  numbers: boolean;
}

/** As it is kept: "large.wide.numbers". What is not known is as usual. */
export function readReading(value: string | undefined): Reading {
  const [size, measure, numbers] = (value ?? "").split(".");
  return {
    size: TEXT_SIZES.find((each) => each === size) ?? "normal",
    measure: MEASURES.find((each) => each === measure) ?? "normal",
    numbers: numbers === "numbers",
  };
}

/** What of it stands on <html>, where the style sheet finds it; nothing where all is as usual. */
export function readingMarks({ size, measure, numbers }: Reading) {
  return {
    "data-text-size": size === "normal" ? undefined : size,
    "data-measure": measure === "normal" ? undefined : measure,
    "data-line-numbers": numbers ? "" : undefined,
  };
}

/** Sets transcripts so at once, and keeps it. */
export function chooseReading(reading: Reading): void {
  for (const [name, value] of Object.entries(readingMarks(reading))) {
    if (value === undefined) document.documentElement.removeAttribute(name);
    else document.documentElement.setAttribute(name, value);
  }
  remember("reading", [reading.size, reading.measure, reading.numbers ? "numbers" : "plain"].join("."));
}
