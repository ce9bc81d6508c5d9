"use client";

import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from "react";
import { useChanges } from "@/components/live/use-changes";
import { can, type Role } from "@/lib/access/can";
import { MemoCounts, type MemoTarget } from "@/lib/schemas/memos";
import { MemoSheet } from "./memo-sheet";
import { MEMOS } from "./topics";

/** Something that memos are written on, as a button or a key opens them. */
export interface MemoSubject {
  target: MemoTarget;
  /** A title, a name or a number, by what it is. */
  label: string;
  /** The transcript of a segment: what is written on it goes with that. */
  within?: string;
  /** The segment at hand, which a memo on something else may want to link to. */
  atHand?: string;
}

interface Desk {
  studyId: string;
  me: string;
  counts: MemoCounts;
  /** Opens the memos on something, over the page. */
  open: (subject: MemoSubject) => void;
  /** Says that a memo was written or changed: what is counted is asked anew. */
  changed: () => void;
}

const DeskContext = createContext<Desk | null>(null);

/** The memos of the study around the page; null for those who have none, and outside of studies. */
export const useDesk = () => useContext(DeskContext);

const NONE: MemoCounts = { study: 0, byId: {} };

interface MemoDeskProps {
  studyId: string;
  me: string;
  role: Role;
  children: ReactNode;
}

/** Holds what every page of a study needs for memos: how many there are of what, and the panel that shows them. */
export function MemoDesk({ studyId, me, role, children }: MemoDeskProps) {
  const [subject, setSubject] = useState<MemoSubject | null>(null);
  const [counts, setCounts] = useState(NONE);
  const [turn, setTurn] = useState(0);
  const changed = useCallback(() => setTurn((now) => now + 1), []);
  useChanges(MEMOS, changed);
  const sees = can(role, "memos.view");
  // biome-ignore lint/correctness/useExhaustiveDependencies: counted anew when a memo was changed.
  useEffect(() => {
    if (!sees) return;
    const gone = new AbortController();
    fetch(`/api/studies/${studyId}/memos/counts`, { signal: gone.signal })
      .then(async (response) => response.ok && setCounts(MemoCounts.parse(await response.json())))
      // A count that did not come is one that stays as it was.
      .catch(() => undefined);
    return () => gone.abort();
  }, [sees, studyId, turn]);
  const desk = useMemo(
    () => (sees ? { studyId, me, counts, open: setSubject, changed } : null),
    [sees, studyId, me, counts, changed],
  );
  return (
    <DeskContext value={desk}>
      {children}
      {subject && desk && <MemoSheet subject={subject} onClose={() => setSubject(null)} />}
    </DeskContext>
  );
}
