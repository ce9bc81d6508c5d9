/** Numbers that look like chance and are the same each time (mulberry32). */
export function chance(seed: number): (below: number) => number {
  let state = seed | 0;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const WORDS =
  "the of and to in that people safety water 安全 人間 とは harvest border e\u0301te\u0301 👩‍🌾 سلام office was had village they fear want dignity rights".split(
    " ",
  );

/** Lines of invented talk: `lines` of them, some twenty words each. */
export function longTalk(seed: number, lines: number): string {
  const pick = chance(seed);
  return Array.from({ length: lines }, () => {
    const words = Array.from(
      { length: 8 + pick(24) },
      () => `${WORDS[pick(WORDS.length)]}${pick(4) ? "" : pick(900)}`,
    );
    return `${words.join(" ")}.\n`;
  }).join("");
}

/** The text with `count` small corrections: a word changed, taken out or put in, or a line break. */
export function corrected(text: string, seed: number, count: number): string {
  const pick = chance(seed + 1);
  let now = text;
  for (let done = 0; done < count; done += 1) {
    const at = now.indexOf(" ", pick(now.length));
    if (at < 0) continue;
    const end = now.indexOf(" ", at + 1);
    if (end < 0) continue;
    const instead = [" corrected", "", `${now.slice(at, end)} inserted 👍`, ".\nNew line"][pick(4)] as string;
    now = now.slice(0, at) + instead + now.slice(end);
  }
  return now;
}
