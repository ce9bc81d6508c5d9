"use client";

import { type Dispatch, type SetStateAction, useMemo, useState } from "react";
import { type Assigned, loadsOf } from "@/lib/domain/round";
import type { RoundAssignment } from "@/lib/schemas/rounds";

const keyOf = ({ transcriptId, coderId }: Assigned) => `${transcriptId} ${coderId}`;

/**
 * Who codes what as it is to be: what is stored, under what was ticked and not stored yet. What somebody else stores
 * meanwhile shows through where nothing was ticked.
 */
export function useAssigning(assignments: readonly RoundAssignment[]) {
  const [ticked, setTicked] = useState<Ticked>(new Map());
  const stored = useMemo(
    () => new Map(assignments.map((row): [string, RoundAssignment] => [keyOf(row), row])),
    [assignments],
  );
  // The grid is drawn anew while it is scrolled, when none of this has changed.
  return useMemo(() => assigningOf(assignments, stored, ticked, setTicked), [assignments, stored, ticked]);
}

type Ticked = ReadonlyMap<string, Assigned & { on: boolean }>;

function assigningOf(
  assignments: readonly RoundAssignment[],
  stored: ReadonlyMap<string, RoundAssignment>,
  ticked: Ticked,
  setTicked: Dispatch<SetStateAction<Ticked>>,
) {
  const changes = [...ticked.values()].filter((pair) => pair.on !== stored.has(keyOf(pair)));
  const pairs = (on: boolean): Assigned[] =>
    changes
      .filter((change) => change.on === on)
      .map(({ transcriptId, coderId }) => ({ transcriptId, coderId }));
  const [give, take] = [pairs(true), pairs(false)];
  const taken = new Set(take.map(keyOf));
  const planned: Assigned[] = [...assignments.filter((row) => !taken.has(keyOf(row))), ...give];
  return {
    give,
    take,
    planned,
    stored: (pair: Assigned) => stored.get(keyOf(pair)) ?? null,
    isOn: (pair: Assigned) => ticked.get(keyOf(pair))?.on ?? stored.has(keyOf(pair)),
    tick: (given: readonly Assigned[], on: boolean) =>
      setTicked(
        (before) => new Map([...before, ...given.map((pair) => [keyOf(pair), { ...pair, on }] as const)]),
      ),
    discard: () => setTicked(new Map()),
    /** How many transcripts each of these coders has, as it is stored and as it is to be. */
    loads: (coders: readonly string[]) => ({
      before: loadsOf(coders, assignments),
      after: loadsOf(coders, planned),
    }),
  };
}

export type Assigning = ReturnType<typeof useAssigning>;
