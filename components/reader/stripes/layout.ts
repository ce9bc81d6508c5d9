/** A stripe as measured: pixels from the top of the text. */
export interface Stripe {
  id: string;
  top: number;
  bottom: number;
  lane: number;
  /** How tall its label wants to be. */
  labelHeight: number;
}

export interface Label {
  id: string;
  top: number;
  /** Stripes whose own labels found no room and are listed under this one's "+n". */
  more: string[];
}

const GAP = 2;

/**
 * Keeps brackets of one lane apart where one segment ends and the next begins on the same line: each
 * gives way by half. Stripes come in order of their top.
 */
export function partStripes(stripes: readonly Stripe[]): Stripe[] {
  const last = new Map<number, Stripe>();
  return stripes.map((each) => {
    const stripe = { ...each };
    const above = last.get(stripe.lane);
    if (above && stripe.top < above.bottom + GAP) {
      const middle = (Math.max(stripe.top, above.top) + Math.min(above.bottom, stripe.bottom)) / 2;
      above.bottom = Math.max(above.top + GAP, middle - GAP);
      stripe.top = Math.min(stripe.bottom - GAP, middle + GAP);
    }
    last.set(stripe.lane, stripe);
    return stripe;
  });
}

/**
 * Places labels beside their stripes so that none covers another: each at the middle of its stripe's
 * first part if it can, pushed down where the one above needs the room. A label that would be pushed
 * further than `reach` below the end of its stripe is gathered into the one above it instead.
 * Stripes come in order of their top.
 */
export function placeLabels(stripes: readonly Stripe[], reach: number): Label[] {
  const labels: Label[] = [];
  let free = Number.NEGATIVE_INFINITY;
  for (const stripe of stripes) {
    const wanted =
      stripe.top + Math.max(0, Math.min((stripe.bottom - stripe.top) / 2, 40) - stripe.labelHeight / 2);
    const top = Math.max(wanted, free);
    const above = labels.at(-1);
    if (above && top > Math.max(stripe.bottom, wanted) + reach) {
      above.more.push(stripe.id);
      continue;
    }
    labels.push({ id: stripe.id, top, more: [] });
    free = top + stripe.labelHeight + GAP;
  }
  return labels;
}
