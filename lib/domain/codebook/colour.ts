/** The six hues as other programs write colours, in the order of the palette. */
export const HUE_COLOURS = ["#bb3e0d", "#034c7e", "#7d53ae", "#3e7553", "#810f54", "#523e00"] as const;

/**
 * The hue of a colour written as #rgb, #rrggbb, or as the number of a hue from 1 on; of any other colour the hue
 * that is nearest in red, green and blue. Null where it is no colour.
 */
export function hueOf(text: string): number | null {
  const word = text.normalize("NFKC").trim().toLowerCase();
  if (/^[1-6]$/.test(word)) return Number(word) - 1;
  const wanted = channels(word);
  if (!wanted) return null;
  const distances = HUE_COLOURS.map((colour) => {
    const own = channels(colour) ?? [];
    return own.reduce((sum, value, index) => sum + (value - (wanted[index] ?? 0)) ** 2, 0);
  });
  return distances.indexOf(Math.min(...distances));
}

function channels(word: string): number[] | null {
  const [, hex] = /^#?([0-9a-f]{6}|[0-9a-f]{3})$/.exec(word) ?? [];
  if (!hex) return null;
  const pairs = hex.length === 6 ? hex.match(/../g) : [...hex].map((digit) => digit + digit);
  return (pairs ?? []).map((pair) => Number.parseInt(pair, 16));
}
