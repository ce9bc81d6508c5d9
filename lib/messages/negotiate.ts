import type { Locale } from "./index";

/**
 * The best of our languages for an Accept-Language header (RFC 9110, 12.5.4): the highest weight
 * wins, the earlier of equals; English where none fits.
 */
export function negotiate(header: string): Locale {
  let best: Locale = "en";
  let bestWeight = 0;
  for (const part of header.split(",")) {
    const [tag = "", ...parameters] = part.trim().toLowerCase().split(";");
    const language = tag.trim().split("-")[0];
    if (language !== "en" && language !== "ja") continue;
    const q = parameters.map((parameter) => parameter.trim()).find((parameter) => parameter.startsWith("q="));
    const weight = q === undefined ? 1 : Number(q.slice(2));
    if (weight > bestWeight) {
      best = language;
      bestWeight = weight;
    }
  }
  return best;
}
