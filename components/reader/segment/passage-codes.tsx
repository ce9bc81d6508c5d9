"use client";

import { useTranslations } from "use-intl";
import { CodePill } from "@/components/ui/code-swatch";
import { useSession } from "../context";
import { choose } from "../model/commands";
import { passageAt, turnAt } from "../model/document";
import type { Painted } from "../model/painted";
import { passes } from "../model/session";
import { useSignal } from "../model/signal";

/** More would be a page of its own. */
const MOST = 30;

/** What is coded on the same passage, or the same turn where no question was tied to it. */
export function PassageCodes({ offset }: { offset: number }) {
  const t = useTranslations("reader");
  const session = useSession();
  const filter = useSignal(session.filter);
  const range = passageAt(session.document, offset) ?? turnAt(session.document, offset);
  const segments = range ? session.store.within(range).filter((segment) => passes(filter, segment)) : [];
  if (segments.length === 0) return null;
  const byCode = new Map<string, [Painted, ...Painted[]]>();
  for (const segment of segments) {
    for (const codeId of segment.codeIds) {
      const same = byCode.get(codeId);
      if (same) same.push(segment);
      else byCode.set(codeId, [segment]);
    }
  }
  return (
    <section aria-labelledby="reader-passage">
      <header className="mb-2 flex items-baseline justify-between gap-2">
        <h2 id="reader-passage" className="caption">
          {t("onPassage")}
        </h2>
        <span className="caption tabular">{segments.length}</span>
      </header>
      <ul className="flex flex-wrap gap-1.5 rounded-lg border border-line bg-raised p-3 shadow-card">
        {[...byCode].slice(0, MOST).map(([codeId, [first, ...others]]) => (
          <li key={codeId} className="max-w-full">
            <button
              type="button"
              className="max-w-full rounded-full"
              onClick={() =>
                choose(session, (nextAfter([first, ...others], session.chosen.get()) ?? first).id)
              }
              onMouseEnter={() => session.hovered.set(first.id)}
              onMouseLeave={() => session.hovered.set(null)}
            >
              <CodePill
                hue={session.codes.get(codeId)?.hue ?? 0}
                name={session.codes.get(codeId)?.name ?? t("unknownCode")}
              >
                {others.length > 0 && <span className="tabular font-normal">{others.length + 1}</span>}
              </CodePill>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The one after the segment at hand, so that pressing a code again goes on to its next place. */
function nextAfter(segments: readonly Painted[], chosen: string | null): Painted | undefined {
  return segments[segments.findIndex((segment) => segment.id === chosen) + 1];
}
