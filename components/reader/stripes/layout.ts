/** A stripe as measured: pixels from the top of the text. */
export interface Stripe {
  id: string;
  top: number;
  bottom: number;
  lane: number;
  /** How tall its label wants to be. */
  labelHeight: number;
  /** How far down its label may reach, where there is not room for all: no further than the paragraph it begins in. */
  bound?: number;
  /** Those drawn with it as one, where there are too many to be told apart. */
  piled?: readonly Stripe[];
}

export interface Label {
  id: string;
  top: number;
  /** Stripes whose own labels found no room and are listed under this one's "+n". */
  more: string[];
}

export interface Labels {
  labels: Label[];
  /** Stripes of which the last label above has to tell. */
  above: string[];
  /** From here on there is room below. */
  free: number;
}

const GAP = 2;

/**
 * Puts all that would stand beyond `lanes` into the last of them, as one stripe where it overlaps: brackets over
 * brackets could neither be told apart nor pressed. Stripes come in order of their top.
 */
export function pileStripes(stripes: readonly Stripe[], lanes: number): Stripe[] {
  const shown: Stripe[] = [];
  let last: (Stripe & { piled: Stripe[] }) | undefined;
  for (const stripe of stripes) {
    if (stripe.lane < lanes - 1) shown.push(stripe);
    else if (
      last &&
      stripe.top < last.bottom &&
      (last.piled.length > 1 || stripe.lane !== last.piled[0]?.lane)
    ) {
      last.piled.push(stripe);
      last.bottom = Math.max(last.bottom, stripe.bottom);
    } else {
      last = { ...stripe, lane: lanes - 1, piled: [stripe] };
      shown.push(last);
    }
  }
  return shown.map((stripe) => (stripe.piled?.length === 1 ? { ...stripe, piled: undefined } : stripe));
}

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
 * further than `reach` below the end of its stripe, or beyond its bound, is gathered into the one above it instead.
 * Bounds keep labels where they are while paragraphs above come and go. Stripes come in order of their top; `free` is
 * how far down the labels above them reach.
 */
export function placeLabels(stripes: readonly Stripe[], reach: number, free: number): Labels {
  const placed: Labels = { labels: [], above: [], free };
  let bound: number | undefined;
  for (const stripe of stripes) {
    const wanted =
      stripe.top + Math.max(0, Math.min((stripe.bottom - stripe.top) / 2, 40) - stripe.labelHeight / 2);
    const top = Math.max(wanted, placed.free);
    const beyond =
      stripe.bound !== undefined && stripe.bound === bound && top + stripe.labelHeight > stripe.bound;
    if (beyond || top > Math.max(stripe.bottom, wanted) + reach) {
      (placed.labels.at(-1)?.more ?? placed.above).push(stripe.id);
      continue;
    }
    placed.labels.push({ id: stripe.id, top, more: [] });
    placed.free = top + stripe.labelHeight + GAP;
    bound = stripe.bound;
  }
  return placed;
}
