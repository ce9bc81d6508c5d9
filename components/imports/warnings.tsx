"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import type { LeftOut, PutBackKind } from "@/lib/domain/transcript";
import type { Summary } from "./model/parsing";

interface WarningsProps {
  summary: Summary;
  /** Leads to a place of the text, in UTF-16 code units. */
  onPlace: (offset: number) => void;
  /** Puts back these kinds of what was left out, and no others. */
  onKeep: (keep: PutBackKind[]) => void;
}

/** What changed on the way in, what stayed out, and what needs another look; each leads to its place. */
export function Warnings({ summary: { warnings, leftOut, mayKeep, kept }, onPlace, onKeep }: WarningsProps) {
  const t = useTranslations("transcripts.new");
  const go = useTranslations("imports");
  if (warnings.length === 0 && leftOut.length === 0 && kept.length === 0) return null;
  const first = (kind: LeftOut["kind"], index: number) =>
    leftOut.findIndex((each) => each.kind === kind) === index
      ? mayKeep.find((each) => each === kind)
      : undefined;
  const led = (words: string, at: number | undefined): ReactNode =>
    at === undefined ? (
      words
    ) : (
      <button
        type="button"
        aria-label={go("showPlace", { what: words })}
        className="rounded-sm text-left underline decoration-dotted underline-offset-3 hover:decoration-solid"
        onClick={() => onPlace(at)}
      >
        {words}
      </button>
    );
  return (
    <Callout kind={warnings.length > 0 ? "warning" : "info"}>
      <ul className="grid gap-1">
        {warnings.map(({ code, count, example, at }) => (
          <li key={`${code} ${at} ${example}`}>
            {led(t(`warning.${code}`, { count, example: example ?? "" }), at)}
          </li>
        ))}
        {leftOut.length > 0 && (
          <li>
            {go("leftOut")}
            <ul className="ml-4 list-disc">
              {leftOut.map(({ kind, count, example, at }, index) => {
                const back = first(kind, index);
                return (
                  <li key={`${kind} ${at} ${example}`}>
                    {led(t(`left.${kind}`, { count }), at)}
                    {example && <q className="ml-1.5 text-faint">{example.toWellFormed()}</q>}
                    {back && (
                      <Turn
                        words={go("putBack")}
                        about={t(`leftKind.${back}`)}
                        onTurn={() => onKeep([...kept, back])}
                      />
                    )}
                  </li>
                );
              })}
            </ul>
          </li>
        )}
        {kept.length > 0 && (
          <li>
            {go("wasPutBack")}
            <ul className="ml-4 list-disc">
              {kept.map((kind) => (
                <li key={kind}>
                  {t(`leftKind.${kind}`)}
                  <Turn
                    words={go("leaveOutAgain")}
                    about={t(`leftKind.${kind}`)}
                    onTurn={() => onKeep(kept.filter((each) => each !== kind))}
                  />
                </li>
              ))}
            </ul>
          </li>
        )}
      </ul>
    </Callout>
  );
}

interface TurnProps {
  words: string;
  /** What it is about, for those who do not see where it stands. */
  about: string;
  onTurn: () => void;
}

function Turn({ words, about, onTurn }: TurnProps) {
  return (
    <Button variant="quiet" size="sm" className="ml-1.5" aria-label={`${words}: ${about}`} onClick={onTurn}>
      {words}
    </Button>
  );
}
