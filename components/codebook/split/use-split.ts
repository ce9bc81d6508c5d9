"use client";

import { useEffect, useState } from "react";
import type { Split } from "@/lib/schemas/codebook-views";
import { type Choices, keepChoices, keptChoices, NONE, STAY } from "./kept-choices";

/** A code that segments may get, with the figure that gives it. */
export interface Target {
  id: string;
  name: string;
  hue: number;
  fresh: boolean;
}

/** What is chosen while a code is split: kept in the browser, and given up once it is stored. */
export function useSplit({ studyId, code, codes, items }: Split) {
  const [choices, setChoices] = useState<Choices>(NONE);
  const [at, setAt] = useState(0);
  // What the browser has kept is known once the page stands.
  useEffect(() => setChoices(keptChoices(studyId, code.id)), [studyId, code.id]);
  const change = (next: Choices) => {
    setChoices(next);
    keepChoices(studyId, code.id, next);
  };
  const byId = new Map(codes.filter((each) => !each.retired).map((each) => [each.id, each]));
  const targets: Target[] = [
    ...choices.targets.flatMap((id) => {
      const found = byId.get(id);
      return found ? [{ id, name: found.name, hue: found.hue, fresh: false }] : [];
    }),
    ...choices.fresh.map(({ id, name }) => ({ id, name, hue: code.hue, fresh: true })),
  ];
  const known = new Set(targets.map(({ id }) => id));
  const present = new Set(items.map(({ codingId }) => codingId));
  const given = Object.entries(choices.given).flatMap(([codingId, codeId]) =>
    known.has(codeId) && present.has(codingId) ? [{ codingId, codeId }] : [],
  );
  const go = (to: number) => setAt(Math.max(0, Math.min(items.length - 1, to)));
  return {
    at: Math.min(at, Math.max(0, items.length - 1)),
    go,
    targets,
    given,
    item: items[at],
    choiceOf: (codingId: string): Target | typeof STAY | null => {
      const chosen = choices.given[codingId];
      return chosen === STAY ? STAY : (targets.find(({ id }) => id === chosen) ?? null);
    },
    /** Gives the segment at hand a code, or leaves it, and goes on. */
    give: (codeId: string) => {
      const item = items[at];
      if (!item) return;
      change({ ...choices, given: { ...choices.given, [item.codingId]: codeId } });
      go(at + 1);
    },
    addTarget: (id: string) => change({ ...choices, targets: [...choices.targets, id] }),
    addFresh: (name: string) =>
      change({ ...choices, fresh: [...choices.fresh, { id: crypto.randomUUID(), name }] }),
    removeTarget: (id: string) =>
      change({
        targets: choices.targets.filter((each) => each !== id),
        fresh: choices.fresh.filter((each) => each.id !== id),
        given: Object.fromEntries(Object.entries(choices.given).filter(([, codeId]) => codeId !== id)),
      }),
    /** Once it is stored: what was chosen is done. */
    finish: () => {
      setChoices(NONE);
      setAt(0);
      keepChoices(studyId, code.id, null);
    },
  };
}
