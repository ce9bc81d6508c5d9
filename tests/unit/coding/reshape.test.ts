import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inOnePiece, type Operation, type SegmentState } from "@/lib/domain/coding";
import type { Notebook } from "./notebook";
import { apply, open, quote, split, TEXT, unite } from "./scenes";

const segments = (book: Notebook) => book.live().segments;
const find = (book: Notebook, id: string) =>
  segments(book).find((segment) => segment.id === id) as SegmentState;
const codesOf = (book: Notebook, segmentId: string) =>
  book
    .live()
    .codings.filter((coding) => coding.segmentId === segmentId)
    .map(({ codeId }) => codeId)
    .sort();
const undo = (id: string, eventId: string): Operation => ({ id, kind: "undo", eventId });

describe("recode", () => {
  it("puts another code in the place of one, under today's revision", () => {
    const book = open();
    book.perform("ann", apply("o1", "s1", 11, 16, "protection"));
    const to = { id: "new", codeId: "dignity" };
    const operation = { id: "o2", kind: "recode", segmentId: "s1", codingId: "o1-protection", to } as const;
    expect(book.perform("ann", operation)).toMatchObject({ ok: true });
    expect(codesOf(book, "s1")).toEqual(["dignity"]);
    book.perform("ann", undo("o3", "o2"));
    expect(codesOf(book, "s1")).toEqual(["protection"]);
  });

  it("takes the code off where the segment has the other one already", () => {
    const book = open();
    book.perform("ann", apply("o1", "s1", 11, 16, "protection", "dignity"));
    const to = { id: "new", codeId: "dignity" };
    book.perform("ann", { id: "o2", kind: "recode", segmentId: "s1", codingId: "o1-protection", to });
    expect(codesOf(book, "s1")).toEqual(["dignity"]);
  });

  it.each([
    ["a retired code", "o1-protection", "old", "retired_code"],
    ["a code of another codebook", "o1-protection", "foreign", "unknown_code"],
    ["the same code", "o1-protection", "protection", "gone"],
    ["a coding that is not there", "none", "dignity", "gone"],
  ])("refuses %s", (_, codingId, codeId, reason) => {
    const book = open();
    book.perform("ann", apply("o1", "s1", 11, 16, "protection"));
    const operation = {
      id: "o2",
      kind: "recode",
      segmentId: "s1",
      codingId,
      to: { id: "new", codeId },
    } as const;
    expect(book.perform("ann", operation)).toMatchObject({ ok: false, reason });
  });
});

describe("split", () => {
  it("says of both parts what was said of the whole", () => {
    const book = open();
    book.perform("ann", apply("o1", "s1", 11, 30, "protection", "dignity"));
    const changes = { memo: "why", certainty: "unsure", permission: "sector" } as const;
    const base = { memo: "", certainty: null, permission: null };
    book.perform("ann", { id: "o2", kind: "annotate", segmentId: "s1", changes, base });
    expect(book.perform("ann", split("o3", find(book, "s1"), 17))).toMatchObject({ ok: true });
    expect(segments(book).map(({ start, end }) => [start, end])).toEqual([
      [17, 30],
      [11, 17],
    ]);
    for (const segment of segments(book)) {
      expect(segment).toMatchObject({ ...changes, quote: quote(segment.start, segment.end) });
      expect(codesOf(book, segment.id)).toEqual(["dignity", "protection"]);
    }
  });

  it("refuses a cut inside a character, outside the segment, or where a part lies already", () => {
    const book = open();
    const emoji = TEXT.indexOf("🏠");
    book.perform("ann", apply("o1", "s1", emoji - 6, emoji + 2, "protection"));
    expect(book.perform("ann", split("o2", find(book, "s1"), emoji + 1))).toMatchObject({
      reason: "splits_character",
    });
    expect(book.perform("ann", split("o2", find(book, "s1"), emoji + 3))).toMatchObject({
      reason: "outside_text",
    });
    book.perform("ann", apply("o3", "s2", emoji - 6, emoji, "dignity"));
    expect(book.perform("ann", split("o4", find(book, "s1"), emoji))).toMatchObject({ reason: "occupied" });
    expect(book.perform("ben", split("o4", find(book, "s1"), emoji - 2))).toMatchObject({
      reason: "not_yours",
    });
  });

  it("refuses borders that are no longer those that the person saw", () => {
    const book = open();
    book.perform("ann", apply("o1", "s1", 11, 30, "protection"));
    const seen = find(book, "s1");
    const base = { start: 11, end: 30 };
    book.perform("ann", {
      ...{ id: "o2", kind: "resize", segmentId: "s1", base },
      start: 11,
      end: 16,
      quote: quote(11, 16),
    });
    expect(book.perform("ann", split("o3", seen, 17))).toMatchObject({ reason: "changed" });
  });
});

describe("unite", () => {
  it("makes one segment with all codes and what holds of all of them", () => {
    const book = open();
    book.perform("ann", apply("o1", "s1", 0, 10, "protection"));
    book.perform("ann", apply("o2", "s2", 3, 16, "dignity"));
    const say = (id: string, segmentId: string, changes: object): Operation => ({
      ...{ id, kind: "annotate", segmentId, changes },
      base: { stance: "not_stated", permission: null, memo: "", certainty: null },
    });
    book.perform(
      "ann",
      say("o3", "s1", { stance: "personal", permission: "number", memo: "one", certainty: "certain" }),
    );
    book.perform("ann", say("o4", "s2", { permission: "withheld", memo: "two", certainty: "unsure" }));
    expect(book.perform("ann", unite("o5", segments(book)))).toMatchObject({ ok: true });
    expect(segments(book)).toMatchObject([
      {
        id: "s1",
        start: 0,
        end: 16,
        stance: "personal",
        permission: "withheld",
        memo: "one\n\ntwo",
        certainty: "unsure",
      },
    ]);
    expect(codesOf(book, "s1")).toEqual(["dignity", "protection"]);
    book.perform("ann", undo("o6", "o5"));
    expect(segments(book)).toMatchObject([
      { id: "s1", start: 0, end: 10, memo: "one" },
      { id: "s2", start: 3, end: 16, memo: "two" },
    ]);
  });

  it("lays one code over all, and leaves other codes where they are", () => {
    const book = open();
    book.perform("ann", apply("o1", "s1", 0, 10, "protection", "dignity"));
    book.perform("ann", apply("o2", "s2", 3, 16, "protection"));
    expect(book.perform("ann", unite("o3", segments(book), "protection"))).toMatchObject({ ok: true });
    expect(
      segments(book).map(({ id, start, end }) => ({ id, start, end, codes: codesOf(book, id) })),
    ).toEqual([
      { id: "s1", start: 0, end: 10, codes: ["dignity"] },
      { id: "s2", start: 0, end: 16, codes: ["protection"] },
    ]);
  });

  it("makes a segment where each of the parts has another code too", () => {
    const book = open();
    book.perform("ann", apply("o1", "s1", 0, 10, "protection", "dignity"));
    book.perform("ann", apply("o2", "s2", 3, 16, "protection", "dignity"));
    expect(book.perform("ann", unite("o3", segments(book), "protection"))).toMatchObject({ ok: true });
    expect(codesOf(book, "o3-all")).toEqual(["protection"]);
    expect(find(book, "o3-all")).toMatchObject({ start: 0, end: 16, quote: quote(0, 16) });
  });

  it("goes into the segment that has that very range", () => {
    const book = open();
    book.perform("ann", apply("o1", "s1", 0, 10, "protection"));
    book.perform("ann", apply("o2", "s2", 3, 16, "protection"));
    book.perform("ann", apply("o3", "s3", 0, 16, "dignity"));
    expect(book.perform("ann", unite("o4", [find(book, "s1"), find(book, "s2")]))).toMatchObject({
      ok: true,
    });
    expect(segments(book).map(({ id }) => id)).toEqual(["s3"]);
    expect(codesOf(book, "s3")).toEqual(["dignity", "protection"]);
  });

  it("refuses another coder's segment, and a code that one of them has not", () => {
    const book = open();
    book.perform("ann", apply("o1", "s1", 0, 10, "protection"));
    book.perform("ben", apply("o2", "s2", 3, 16, "protection"));
    book.perform("ann", apply("o3", "s3", 11, 16, "dignity"));
    expect(book.perform("ann", unite("o4", [find(book, "s1"), find(book, "s2")]))).toMatchObject({
      reason: "not_yours",
    });
    const code = unite("o5", [find(book, "s1"), find(book, "s3")], "protection");
    expect(book.perform("ann", code)).toMatchObject({ reason: "gone" });
  });

  it("restores what was split", () => {
    const cut = fc.integer({ min: 12, max: 29 });
    fc.assert(
      fc.property(
        cut,
        fc.subarray(["protection", "dignity"], { minLength: 1 }),
        fc.string(),
        (at, codes, memo) => {
          const book = open();
          book.perform("ann", apply("o1", "s1", 11, 30, ...codes));
          book.perform("ann", {
            id: "o2",
            kind: "annotate",
            segmentId: "s1",
            changes: { memo },
            base: { memo: "" },
          });
          const whole = book.live();
          book.perform("ann", split("o3", find(book, "s1"), at));
          expect(segments(book)).toHaveLength(2);
          const parts = segments(book).toSorted((a, b) => a.start - b.start);
          expect(book.perform("ann", unite("o4", parts)).ok).toBe(true);
          expect(book.live()).toEqual(
            memo.trim() === "" ? { ...whole, segments: [{ ...whole.segments[0], memo: "" }] } : whole,
          );
        },
      ),
    );
  });
});

describe("what lies in one piece", () => {
  const at = (start: number, end: number) => ({ start, end });
  const touching = () => false;

  it("is found over what overlaps and what touches, and not beyond a gap", () => {
    const others = [at(12, 20), at(0, 4), at(4, 6), at(5, 12), at(30, 31)];
    expect(inOnePiece(at(11, 13), others, touching)).toEqual(others.slice(0, 4));
    expect(inOnePiece(at(21, 29), others, touching)).toEqual([]);
    expect(inOnePiece(at(21, 29), others, ({ start, end }) => end - start === 1)).toEqual(others);
  });
});
