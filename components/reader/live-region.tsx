"use client";

import { useEffect } from "react";
import { useTranslations } from "use-intl";
import { toast } from "@/components/ui/toast";
import { useSession } from "./context";
import { useSignal } from "./model/signal";
import { Quoting } from "./text/quoting";

/** That there is nothing to do it to. */
const NOTHING: readonly string[] = ["nothingToCode", "nothingToUndo", "nothingToRedo"];

/** What is shown, which tells it too: what was not done, and why. */
function shownAs(key: string): "error" | "info" | null {
  if (key.startsWith("refused.") || key === "unplaced") return "error";
  return NOTHING.includes(key) ? "info" : null;
}

/** Tells what was done to those who listen; what was not done is shown as well. */
export function LiveRegion() {
  const t = useTranslations("reader.say");
  const { saying, document } = useSession();
  const said = useSignal(saying);
  // The keys come from the commands, so the compiler can't check them; tests/unit/reader does.
  const speak = t as unknown as (key: string, values: Record<string, string | number>) => string;
  const words = said ? speak(said.key, said.values) : "";
  const kind = said && shownAs(said.key);
  // biome-ignore lint/correctness/useExhaustiveDependencies: said once more, it is told once more.
  useEffect(() => {
    if (kind) toast({ kind, message: words });
  }, [kind, words, said]);
  return (
    // With aria-live in words, what a dialog over the page does is told too.
    <p role="status" aria-live="polite" className="sr-only">
      {/* A mark that changes each time makes the same words be read again. */}
      {!kind && (
        <Quoting words={words} quote={String(said?.values.quote ?? "")} language={document.language} />
      )}
      {said && said.turn % 2 === 0 ? "\u00a0" : ""}
    </p>
  );
}
