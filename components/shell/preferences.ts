/** What a person chose for this browser. Cookies, so that the first byte of a page already follows them. */
export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

export function readTheme(value: string | undefined): Theme {
  return value === "light" || value === "dark" ? value : "system";
}

const YEAR = 365 * 24 * 60 * 60;

function remember(name: "theme" | "locale" | "single-keys", value: string): void {
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

export function readCookie(name: "theme" | "locale" | "single-keys"): string | undefined {
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
