import { describe, expect, test } from "vitest";
import { type Assigned, type Distribution, distribute, loadsOf } from "@/lib/domain/round";

const names = (letter: string, count: number) => Array.from({ length: count }, (_, at) => `${letter}${at}`);

/** The same figures at every run, from 0 to 1. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const key = ({ transcriptId, coderId }: Assigned) => `${transcriptId} ${coderId}`;

function all({ kept, ...asked }: Distribution): Assigned[] {
  return [...kept, ...distribute({ kept, ...asked })];
}

const squares = (asked: Distribution, assigned: readonly Assigned[]) =>
  [...loadsOf(asked.coders, assigned).values()].reduce((sum, load) => sum + load * load, 0);

/** The smallest sum of squares that any way of filling up has, by trying all of them. */
function best(asked: Distribution, at = 0, assigned: readonly Assigned[] = asked.kept): number {
  const transcriptId = asked.transcripts[at];
  if (transcriptId === undefined) return squares(asked, assigned);
  const has = assigned.filter((each) => each.transcriptId === transcriptId).map(({ coderId }) => coderId);
  const free = asked.coders.filter((coder) => !has.includes(coder));
  const missing = Math.min(free.length, Math.max(0, asked.each - has.length));
  return Math.min(
    ...choices(free, missing).map((chosen) =>
      best(asked, at + 1, [...assigned, ...chosen.map((coderId) => ({ transcriptId, coderId }))]),
    ),
  );
}

function choices(from: readonly string[], count: number): string[][] {
  if (count === 0) return [[]];
  return from.flatMap((first, at) =>
    choices(from.slice(at + 1), count - 1).map((others) => [first, ...others]),
  );
}

describe("without anything assigned", () => {
  test("of equal loads the first gets the next", () => {
    const asked = { transcripts: names("t", 4), coders: names("c", 3), each: 1, kept: [] };
    expect(distribute(asked).map(key)).toEqual(["t0 c0", "t1 c1", "t2 c2", "t3 c0"]);
  });

  test.each([
    [10, 3, 2],
    [7, 5, 3],
    [300, 12, 2],
    [1, 4, 1],
    [5, 4, 9],
  ])("%i transcripts over %i coders, each by %i", (transcripts, coders, each) => {
    const asked = { transcripts: names("t", transcripts), coders: names("c", coders), each, kept: [] };
    const given = distribute(asked);
    const loads = [...loadsOf(asked.coders, given).values()];
    expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1);
    expect(given).toHaveLength(transcripts * Math.min(each, coders));
    expect(new Set(given.map(key)).size).toBe(given.length);
    expect(distribute(asked)).toEqual(given);
  });
});

test("what is assigned is kept, counts, and is filled up as evenly as can be", () => {
  const random = chance(7);
  for (let run = 0; run < 150; run += 1) {
    const transcripts = names("t", 1 + Math.floor(random() * 4));
    const coders = names("c", 2 + Math.floor(random() * 2));
    const people = [...coders, "elsewhere"];
    const kept = transcripts.flatMap((transcriptId) =>
      people.flatMap((coderId) => (random() < 0.3 ? [{ transcriptId, coderId }] : [])),
    );
    const asked = { transcripts, coders, each: 1 + Math.floor(random() * 2), kept };
    const assigned = all(asked);
    expect(new Set(assigned.map(key)).size).toBe(assigned.length);
    for (const id of transcripts) {
      const [had, has] = [kept, assigned].map(
        (list) => list.filter(({ transcriptId }) => transcriptId === id).length,
      ) as [number, number];
      expect(has).toBeLessThanOrEqual(Math.max(had, asked.each));
      const everybody = coders.every((coderId) => assigned.some((row) => key(row) === `${id} ${coderId}`));
      expect(has >= asked.each || everybody).toBe(true);
    }
    expect(squares(asked, assigned), JSON.stringify(asked)).toBe(best(asked));
  }
});

test("whoever has much already gets nothing until the others have as much, through somebody else if need be", () => {
  // c0 may take t1 only, where c1 is; c1 has most.
  const kept = [
    { transcriptId: "t0", coderId: "c0" },
    { transcriptId: "t0", coderId: "c2" },
    { transcriptId: "t9", coderId: "c1" },
    { transcriptId: "t8", coderId: "c1" },
  ];
  const given = distribute({ transcripts: ["t0", "t1"], coders: ["c0", "c1", "c2"], each: 2, kept });
  expect(given).toEqual([
    { transcriptId: "t1", coderId: "c0" },
    { transcriptId: "t1", coderId: "c2" },
  ]);
});

test("by nobody, or by half a coder, is not asked for", () => {
  for (const each of [0, 1.5, Number.NaN])
    expect(() => distribute({ transcripts: ["t"], coders: ["c"], each, kept: [] })).toThrow(RangeError);
});
