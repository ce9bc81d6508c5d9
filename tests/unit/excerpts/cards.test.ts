import { describe, expect, test } from "vitest";
import { cardsOf } from "@/components/excerpts/cards";
import type { Excerpt } from "@/lib/schemas/excerpts";

const row = (more: Partial<Excerpt>): Excerpt => ({
  ...{ place: "here", numbers: [1], sectors: ["NGO"], positions: null, date: null, link: null },
  ...{ transcript: null, language: "en", cluster: null, question: null, speaker: null, atMs: null },
  ...{ start: 0, end: 4, quote: "hope", quotable: true, codePath: "Hope", hue: 0, coder: "First coder" },
  ...{ stance: "personal", certainty: null, permission: "number", memo: "", other: null },
  ...more,
});

describe("a card", () => {
  test("says once, surest first, how sure its coders are; nothing where they have not said", () => {
    const unsure = row({ coder: "Second coder", certainty: "unsure" });
    const cards = cardsOf([
      row({}),
      unsure,
      { ...unsure, codePath: "Peace" },
      row({ coder: "Third coder", certainty: "certain" }),
      row({ place: "there" }),
    ]);
    expect(cards.map(({ certainties }) => certainties)).toEqual([["certain", "unsure"], []]);
  });
});
