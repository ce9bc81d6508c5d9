import { CERTAINTIES, type Certainty } from "@/lib/domain/coding";
import type { Excerpt } from "@/lib/schemas/excerpts";

/** What is shown on one card: one range of one text, with all codes on it and everyone who put them there. */
export interface ExcerptCardData {
  first: Excerpt;
  codes: { path: string; hue: number }[];
  coders: string[];
  /** How sure its coders say they are: each answer once, surest first. */
  certainties: Certainty[];
  memos: string[];
}

/** Rows of one place follow one another; each run of them is one card. */
export function cardsOf(rows: readonly Excerpt[]): ExcerptCardData[] {
  const cards: ExcerptCardData[] = [];
  for (const row of rows) {
    let card = cards.at(-1);
    if (card?.first.place !== row.place || card.first.permission !== row.permission) {
      card = { first: row, codes: [], coders: [], certainties: [], memos: [] };
      cards.push(card);
    }
    if (!card.codes.some(({ path }) => path === row.codePath))
      card.codes.push({ path: row.codePath, hue: row.hue });
    if (!card.coders.includes(row.coder)) card.coders.push(row.coder);
    if (row.certainty && !card.certainties.includes(row.certainty))
      card.certainties = CERTAINTIES.filter(
        (each) => each === row.certainty || card?.certainties.includes(each),
      );
    if (row.memo && !card.memos.includes(row.memo)) card.memos.push(row.memo);
  }
  return cards;
}
