import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import {
  changesOf,
  differences,
  type Fields,
  factsOf,
  nextRedo,
  nextUndo,
  planUndo,
  type RowChange,
  type Step,
} from "@/lib/domain/history";

const event = (kind: string, before: unknown, after: unknown) => ({ kind, studyId: "study", before, after });
const sector = (name: string, position = 0) => ({ id: "s", name, position });

describe("changesOf", () => {
  test.each([
    [
      "what was made",
      event("sector.add", null, sector("NGO")),
      [["sector", null, { name: "NGO", position: 0 }]],
    ],
    [
      "what was renamed",
      event("sector.rename", sector("A"), sector("B")),
      [["sector", { name: "A", position: 0 }, { name: "B", position: 0 }]],
    ],
    [
      "what was deleted",
      event("sector.delete", sector("A"), null),
      [["sector", { name: "A", position: 0 }, null]],
    ],
    [
      "the study itself",
      event("study.edit", { title: "A" }, { title: "B" }),
      [["study", { title: "A" }, { title: "B" }]],
    ],
    [
      "values, blank where there were none",
      event(
        "interviewee.values",
        { intervieweeId: "i", values: {} },
        { intervieweeId: "i", values: { a: "1" } },
      ),
      [["values", { a: "" }, { a: "1" }]],
    ],
    [
      "a cluster with its questions",
      event(
        "cluster.delete",
        { id: "c", key: "i", title: "T", position: 0, questions: [{ id: "q", key: "i.1", text: "?" }] },
        null,
      ),
      [
        ["cluster", { key: "i", title: "T", position: 0 }, null],
        ["question", { key: "i.1", text: "?", clusterId: "c" }, null],
      ],
    ],
    [
      "of a list that is there for the screen, the row that moved",
      event("question.move", { id: "q", clusterId: "a", position: 0 }, [
        { id: "q", clusterId: "b", position: 1 },
        { id: "r", clusterId: "b", position: 0 },
      ]),
      [["question", { clusterId: "a", position: 0 }, { clusterId: "b", position: 1 }]],
    ],
  ])("finds %s", (_, given, expected) => {
    expect(changesOf(given)?.map(({ table, before, after }) => [table, before, after])).toEqual(expected);
  });

  test.each(["member.role", "transcript.correct", "interviewee.table", "study.create", "coding.apply"])(
    "leaves %s to others",
    (kind) => expect(changesOf(event(kind, { id: "x" }, { id: "x" }))).toBeNull(),
  );
});

/** A small study: rows by id. */
type Rows = ReadonlyMap<string, Fields>;
const carriedOut = (rows: Rows, changes: readonly RowChange[]): Rows => {
  const next = new Map(rows);
  for (const { id, after } of changes) after === null ? next.delete(id) : next.set(id, after);
  return next;
};
const undone = (rows: Rows, changes: readonly RowChange[]) =>
  planUndo(changes, ({ id }) => rows.get(id) ?? null);

describe("planUndo", () => {
  const fields = fc.record({ name: fc.constantFrom("a", "b", "c"), permission: fc.constantFrom("x", "y") });
  const change = fc
    .record({ id: fc.constantFrom("1", "2", "3"), before: fc.option(fields), after: fc.option(fields) })
    .filter(({ before, after }) => before !== null || after !== null);
  const changes = fc
    .uniqueArray(change, { selector: ({ id }) => id, minLength: 1 })
    .map((rows) => rows.map((row): RowChange => ({ table: "interviewee", ...row })));

  it("gives the rows as they were, and taken back in turn as they had become", () => {
    fc.assert(
      fc.property(changes, (made) => {
        const before: Rows = new Map(made.flatMap(({ id, before: row }) => (row ? [[id, row]] : [])));
        const after = carriedOut(before, made);
        const undo = undone(after, made);
        if (!undo.ok) throw new Error("refused right after the event");
        expect(carriedOut(after, undo.changes)).toEqual(before);
        const redo = undone(before, undo.changes);
        if (!redo.ok) throw new Error("refused right after the undo");
        expect(carriedOut(before, redo.changes)).toEqual(after);
      }),
    );
  });

  const renamed: RowChange = {
    table: "interviewee",
    id: "1",
    before: { name: "a", permission: "x" },
    after: { name: "b", permission: "x" },
  };

  it("leaves what others changed since in other fields", () => {
    const plan = undone(new Map([["1", { name: "b", permission: "y" }]]), [renamed]);
    expect(plan).toMatchObject({ ok: true, changes: [{ after: { name: "a", permission: "y" } }] });
  });

  it("is refused where the same field was changed since, and says what is there", () => {
    const plan = undone(new Map([["1", { name: "c", permission: "x" }]]), [renamed]);
    expect(plan).toEqual({
      ok: false,
      conflicts: [{ table: "interviewee", id: "1", field: "name", left: "b", now: "c" }],
    });
    expect(undone(new Map(), [renamed])).toMatchObject({ conflicts: [{ field: null, now: null }] });
    const gone: RowChange = { ...renamed, after: null };
    expect(undone(new Map([["1", { name: "z" }]]), [gone])).toMatchObject({ ok: false });
  });

  it("puts a position back, whoever sorted since", () => {
    const moved: RowChange = { table: "sector", id: "1", before: { position: 0 }, after: { position: 2 } };
    expect(undone(new Map([["1", { position: 5 }]]), [moved])).toMatchObject({
      changes: [{ after: { position: 0 } }],
    });
  });
});

describe("undo and redo", () => {
  /** Presses undo or redo, or does something new. */
  function press(steps: Step[], key: "undo" | "redo" | "new"): Step | null {
    const seq = steps.length + 1;
    const found = key === "new" ? null : (key === "undo" ? nextUndo : nextRedo)(steps);
    if (key !== "new" && !found) return null;
    steps.push({ id: `e${seq}`, seq, undoes: found?.id ?? null });
    return found;
  }

  /** The step that an event stands for, through all undoing and redoing. */
  const rootOf = (steps: readonly Step[], step: Step | null): string | undefined => {
    const under = steps.find(({ id }) => id === step?.undoes);
    return under ? rootOf(steps, under) : step?.id;
  };

  it("come to the same as a stack of steps done and a stack of steps undone", () => {
    const keys = fc.array(fc.constantFrom<"undo" | "redo" | "new">("undo", "redo", "new"), { maxLength: 30 });
    fc.assert(
      fc.property(keys, (pressed) => {
        const steps: Step[] = [];
        const [done, takenBack]: [string[], string[]] = [[], []];
        for (const key of pressed) {
          const found = rootOf(steps, press(steps, key));
          if (key === "new") {
            done.push(`e${steps.length}`);
            takenBack.length = 0;
          } else {
            const [from, to] = key === "undo" ? [done, takenBack] : [takenBack, done];
            const expected = from.pop();
            expect(found).toBe(expected);
            if (expected) to.push(expected);
          }
        }
      }),
    );
  });
});

describe("what is said of an event", () => {
  it("names the codes and the one segment of a coding", () => {
    const change = { segments: [{ id: "g" }], codings: [{ id: "c", codeId: "fear" }] };
    expect(factsOf(change, change)).toMatchObject({ codeIds: ["fear"], segmentId: "g", count: 1 });
  });

  it("names a thing as it was and as it is", () => {
    expect(factsOf(sector("A"), sector("B"))).toMatchObject({ was: "A", name: "B", count: 1 });
    expect(factsOf(null, { revision: 2, codes: [{ id: "k", name: "Fear" }] })).toMatchObject({
      name: "Fear",
    });
    expect(factsOf(null, "anything")).toMatchObject({ name: null, count: 0, codeIds: [] });
  });

  it("tells the fields that changed, and neither ids nor places", () => {
    expect(differences("sector.rename", sector("A", 0), sector("B", 1))).toEqual([
      { field: "name", before: "A", after: "B" },
    ]);
    const person = (position: string) => ({ id: "i", position, sectorId: position });
    expect(differences("interviewee.edit", person("x"), person("y"))).toEqual([
      { field: "position", before: "x", after: "y" },
    ]);
    const deleted = { id: "i", number: 7, known: { a: "x" }, interviews: [{ id: "w", minutes: 60 }] };
    expect(differences("interviewee.delete", deleted, null)).toEqual([
      { field: "number", before: 7, after: null },
    ]);
    const segment = (stance: string) => ({ segments: [{ id: "g", stance, quote: stance }], codings: [] });
    expect(differences("coding.annotate", segment("personal"), segment("not_stated"))).toEqual([
      { field: "stance", before: "personal", after: "not_stated" },
    ]);
  });
});
