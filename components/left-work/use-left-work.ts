"use client";

import { useCallback, useEffect, useState } from "react";
import { soon } from "@/components/drafts/soon";
import { forgetErased } from "@/components/erasure/use-forget-erased";
import type { OutOfReach } from "@/lib/schemas/left-work";
import { findOutOfReach } from "@/lib/server/coding/actions";
import type { OwnPart } from "./own-part";

/** Ids that are asked after at once. */
const MOST = 1_000;

/** Work on one transcript that its maker cannot open any more. */
export interface LeftWork {
  transcriptId: string;
  /** The study's title, where they are still a member of it. */
  study: string | null;
  parts: OwnPart[];
}

interface Left {
  works: LeftWork[];
  /** Of those codes whose names they may know. */
  codes: ReadonlyMap<string, string>;
}

const NOTHING: Left = { works: [], codes: new Map() };

/** What this browser keeps of the person's coding that no page of theirs leads to any more; and how to let go of it. */
export function useLeftWork(personId: string): Left & { letGo: (transcriptId: string) => Promise<void> } {
  const [left, setLeft] = useState(NOTHING);
  useEffect(() => {
    let here = true;
    const look = () => find(personId).then((found) => here && setLeft(found));
    // A browser that keeps nothing has nothing to show; one that cannot ask shows nothing that it may not.
    const callOff = soon(() => void look().catch(() => undefined));
    return () => {
      here = false;
      callOff();
    };
  }, [personId]);
  const letGo = useCallback(
    async (transcriptId: string) => {
      const { dropCodings } = await import("./kept");
      await dropCodings(personId, transcriptId);
      setLeft(({ works, codes }) => ({
        works: works.filter((each) => each.transcriptId !== transcriptId),
        codes,
      }));
    },
    [personId],
  );
  return { ...left, letGo };
}

async function find(personId: string): Promise<Left> {
  if (typeof indexedDB === "undefined") return NOTHING;
  // What was erased is gone for good, also as one's own work on it.
  await forgetErased();
  const { keptCodings } = await import("./kept");
  const kept = await keptCodings(personId);
  if (kept.size === 0) return NOTHING;
  const transcriptIds = [...kept.keys()].slice(0, MOST);
  const codeIds = [...new Set([...kept.values()].flat().flatMap((part) => part.codeIds))].slice(0, MOST);
  const answer = await findOutOfReach({ transcriptIds, codeIds });
  return answer.ok ? leftOf(kept, answer.value) : NOTHING;
}

/** What is kept and out of reach, in the order of the answer. */
export function leftOf(kept: ReadonlyMap<string, OwnPart[]>, { transcripts, codes }: OutOfReach): Left {
  return {
    works: transcripts.map(({ id, study }) => ({ transcriptId: id, study, parts: kept.get(id) ?? [] })),
    codes: new Map(codes.map(({ id, name }) => [id, name])),
  };
}
