import { describe, expect, it } from "vitest";
import type { Operation } from "@/lib/domain/coding";
import { apply, open, TEXT } from "./scenes";

describe("plan", () => {
  it("keeps the quote and what stands around it", () => {
    const planned = open().perform("ann", apply("o1", "s1", 11, 16, "protection"));
    expect(planned).toMatchObject({
      ok: true,
      before: { segments: [{ id: "s1", deleted: true }] },
      after: {
        segments: [{ quote: "first", before: TEXT.slice(0, 11), coderId: "ann" }],
        codings: [{ codeId: "protection" }],
      },
    });
  });

  it("puts further codes on the coder's segment of the same range, each once", () => {
    const book = open();
    book.perform("ann", apply("o1", "s1", 11, 16, "protection"));
    book.perform("ann", apply("o2", "s2", 11, 16, "dignity", "protection"));
    expect(book.live().segments.map(({ id }) => id)).toEqual(["s1"]);
    expect(
      book
        .live()
        .codings.map(({ codeId }) => codeId)
        .sort(),
    ).toEqual(["dignity", "protection"]);
  });

  const emoji = TEXT.indexOf("🏠");
  it.each<[string, Operation, string]>([
    [
      "a text that is no longer the current one",
      { ...apply("o", "s", 0, 5, "dignity"), versionId: "v0" } as Operation,
      "stale_version",
    ],
    ["an end beyond the text", apply("o", "s", 0, TEXT.length + 1, "dignity"), "outside_text"],
    ["an empty range", apply("o", "s", 4, 4, "dignity"), "outside_text"],
    [
      "a border inside a surrogate pair",
      apply("o", "s", emoji + 1, emoji + 4, "dignity"),
      "splits_character",
    ],
    [
      "words that do not stand there",
      { ...apply("o", "s", 0, 5, "dignity"), quote: "other" } as Operation,
      "quote_differs",
    ],
    ["a code of another codebook", apply("o", "s", 0, 5, "dignity", "foreign"), "unknown_code"],
    ["a retired code", apply("o", "s", 0, 5, "old"), "retired_code"],
    ["a segment that is not there", { id: "o", kind: "remove", segmentId: "none" }, "gone"],
    ["an undo of what was never done", { id: "o", kind: "undo", eventId: "none" }, "nothing_to_undo"],
  ])("refuses %s", (_, operation, reason) => {
    expect(open().perform("ann", operation)).toMatchObject({ ok: false, reason });
  });

  it("leaves a segment of another coder alone, but for its permission by who may set it", () => {
    const book = open();
    book.perform("ann", apply("o1", "s1", 11, 16, "protection"));
    expect(book.perform("ben", { id: "o2", kind: "remove", segmentId: "s1" })).toMatchObject({
      reason: "not_yours",
    });
    const withhold: Operation = {
      id: "o3",
      kind: "annotate",
      segmentId: "s1",
      changes: { permission: "withheld" },
      base: { permission: null },
    };
    expect(book.perform("ben", withhold)).toMatchObject({ reason: "not_yours" });
    expect(book.perform("lea", withhold, true)).toMatchObject({ ok: true });
    const rewrite: Operation = {
      id: "o4",
      kind: "annotate",
      segmentId: "s1",
      changes: { memo: "mine" },
      base: { memo: "" },
    };
    expect(book.perform("lea", rewrite, true)).toMatchObject({ reason: "not_yours" });
  });

  it("merges changes of different fields and refuses a second change of the same one", () => {
    const book = open();
    book.perform("ann", apply("o1", "s1", 11, 16, "protection"));
    book.perform("ann", {
      id: "o2",
      kind: "annotate",
      segmentId: "s1",
      changes: { memo: "one" },
      base: { memo: "" },
    });
    const other = book.perform("ann", {
      id: "o3",
      kind: "annotate",
      segmentId: "s1",
      changes: { stance: "personal" },
      base: { stance: "not_stated" },
    });
    expect(other).toMatchObject({ ok: true, after: { segments: [{ memo: "one", stance: "personal" }] } });
    const late = book.perform("ann", {
      id: "o4",
      kind: "annotate",
      segmentId: "s1",
      changes: { memo: "two" },
      base: { memo: "" },
    });
    expect(late).toMatchObject({ ok: false, reason: "changed", current: { segments: [{ memo: "one" }] } });
  });

  it("refuses an undo that would take later work with it", () => {
    const book = open();
    book.perform("ann", apply("o1", "s1", 11, 16, "protection"));
    book.perform("ann", apply("o2", "s2", 11, 16, "dignity"));
    expect(book.perform("ann", { id: "o3", kind: "undo", eventId: "o1" })).toMatchObject({
      ok: false,
      reason: "changed",
    });
  });

  it("drops the segment where an undo takes its last code", () => {
    const book = open();
    book.perform("ann", apply("o1", "s1", 11, 16, "protection"));
    book.perform("ann", apply("o2", "s2", 11, 16, "dignity"));
    book.perform("ann", { id: "o3", kind: "uncode", segmentId: "s1", codingIds: ["o1-protection"] });
    expect(book.perform("ann", { id: "o4", kind: "undo", eventId: "o2" })).toMatchObject({ ok: true });
    expect(book.live()).toEqual({ segments: [], codings: [] });
  });

  it("undoes nobody else's work", () => {
    const book = open();
    book.perform("ann", apply("o1", "s1", 11, 16, "protection"));
    expect(book.perform("ben", { id: "o2", kind: "undo", eventId: "o1" })).toMatchObject({
      reason: "nothing_to_undo",
    });
  });
});
