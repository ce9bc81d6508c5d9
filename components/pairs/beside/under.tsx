"use client";

import { createContext, type ReactNode, useContext, useMemo } from "react";
import { useSession } from "@/components/reader/context";
import type { ReaderDocument, Turn } from "@/components/reader/model/document";
import { useSignal } from "@/components/ui/signal";
import { turnsUnder } from "./follow";

interface Under {
  text: ReaderDocument;
  turns: ReadonlyMap<number, readonly Turn[]>;
}

const UnderContext = createContext<Under | null>(null);

/** Has each paragraph know what the other language says there. */
export function UnderProvider({ text, children }: { text: ReaderDocument | null; children: ReactNode }) {
  const own = useSignal(useSession().shown);
  const under = useMemo(() => text && { text, turns: turnsUnder(own, text) }, [own, text]);
  return <UnderContext value={under}>{children}</UnderContext>;
}

/** Where there is no room beside it: the other language under the turn that says the same, to be read and not to be coded in. */
export function UnderTurns({ row }: { row: number }) {
  const under = useContext(UnderContext);
  const turns = under?.turns.get(row);
  if (!under || !turns) return null;
  const { text, language } = under.text;
  return (
    <div className="reader-under pane:hidden" lang={language} dir="auto">
      {turns.map((turn) => (
        <p key={turn.index} data-role={turn.speaker?.role}>
          {text.slice(turn.bodyStart, turn.end).trim()}
        </p>
      ))}
    </div>
  );
}
