/** How well a text goes with what was typed, and which of its characters do. */
export interface FuzzyMatch {
  score: number;
  /** Half-open ranges of UTF-16 code units of the text, ascending and disjoint. */
  ranges: { start: number; end: number }[];
}

/** Width, case and compatibility forms make no difference: ＡＢＣ, abc and ｶﾅ, カナ are alike. */
function fold(text: string): { folded: string; origin: number[] } {
  let folded = "";
  const origin: number[] = [];
  let offset = 0;
  for (const character of text) {
    const plain = (character <= "~" ? character : character.normalize("NFKC")).toLowerCase();
    for (let unit = 0; unit < plain.length; unit += 1) origin.push(offset);
    folded += plain;
    offset += character.length;
  }
  origin.push(offset);
  return { folded, origin };
}

const BOUNDARY = /[\s>›/・,.:;()（）「」-]/;

/** Whether a word begins at the offset, in UTF-16 code units. */
export function atWordStart(text: string, at: number): boolean {
  return at === 0 || BOUNDARY.test(text.charAt(at - 1));
}

/** A term in one piece beats one spread over the text; the start of a word beats its middle. */
function matchTerm(term: string, text: string): { score: number; hits: number[] } | null {
  let whole = text.indexOf(term);
  for (let at = whole; at !== -1; at = text.indexOf(term, at + 1)) {
    if (atWordStart(text, at)) {
      whole = at;
      break;
    }
  }
  if (whole !== -1) {
    const hits = Array.from({ length: term.length }, (_, unit) => whole + unit);
    return { score: (atWordStart(text, whole) ? 100 : 60) + (whole === 0 ? 10 : 0), hits };
  }
  const hits: number[] = [];
  let starts = 0;
  for (const unit of term) {
    const at = text.indexOf(unit, (hits.at(-1) ?? -1) + 1);
    if (at === -1) return null;
    if (atWordStart(text, at)) starts += 1;
    hits.push(at);
  }
  const spread = (hits.at(-1) ?? 0) - (hits[0] ?? 0) + 1;
  // Letters picked from all over a long text are chance; letters that begin words are intent.
  if (spread > term.length * 6 && starts < term.length / 2) return null;
  return { score: (20 * term.length) / spread + (20 * starts) / term.length, hits };
}

/** Every term of the query, divided by spaces, must be found; null where one is not. */
export function fuzzyMatch(query: string, text: string): FuzzyMatch | null {
  const terms = fold(query.trim()).folded.split(/\s+/).filter(Boolean);
  const { folded, origin } = fold(text);
  const marked = new Set<number>();
  let score = 0;
  for (const term of terms) {
    const match = matchTerm(term, folded);
    if (!match) return null;
    score += match.score;
    for (const hit of match.hits) marked.add(hit);
  }
  const ranges: FuzzyMatch["ranges"] = [];
  for (const hit of [...marked].sort((a, b) => a - b)) {
    const start = origin[hit] ?? 0;
    const end = origin.slice(hit + 1).find((offset) => offset > start) ?? text.length;
    const last = ranges.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else ranges.push({ start, end });
  }
  return { score: score - text.length / 100, ranges };
}
