"use client";

import { useEffect } from "react";
import { useTranslations } from "use-intl";
import { toast } from "@/components/ui/toast";
import { useSession } from "./context";
import { useSignal } from "./model/signal";
import { Quoting } from "./text/quoting";

/** Tells what was done to those who listen; what was refused is shown as well. */
export function LiveRegion() {
  const t = useTranslations("reader.say");
  const { saying, document } = useSession();
  const said = useSignal(saying);
  // The keys come from the commands, so the compiler can't check them; tests/unit/reader does.
  const speak = t as unknown as (key: string, values: Record<string, string | number>) => string;
  const words = said ? speak(said.key, said.values) : "";
  const refused = said !== null && (said.key.startsWith("refused.") || said.key === "unplaced");
  const nothing = said?.key === "nothingToUndo" || said?.key === "nothingToRedo";
  const turn = said?.turn;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is refused twice is said twice.
  useEffect(() => {
    if (refused || nothing) toast({ kind: refused ? "error" : "info", message: words });
  }, [refused, nothing, words, turn]);
  return (
    // With aria-live in words, what a dialog over the page does is told too.
    <p role="status" aria-live="polite" className="sr-only">
      {/* A mark that changes each time makes the same words be read again. */}
      {!refused && !nothing && (
        <Quoting words={words} quote={String(said?.values.quote ?? "")} language={document.language} />
      )}
      {said && said.turn % 2 === 0 ? "\u00a0" : ""}
    </p>
  );
}
