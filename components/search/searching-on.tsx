"use client";

import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { ProgressBar } from "@/components/ui/progress-bar";
import type { useResults } from "./use-results";

/** How far a search has come that goes on: it can be stopped, and gone on with. */
export function SearchingOn({ results }: { results: ReturnType<typeof useResults> }) {
  const t = useTranslations("search");
  const { looked, halted, stop, goOn } = results;
  // What an index told is known to the end: only the list goes on.
  if (looked.texts >= looked.of) return <p>{t("more")}</p>;
  const said = t(halted ? "looked.halted" : "looked.through", looked);
  return (
    <div className="tabular grid max-w-md gap-2">
      <p>{said}</p>
      <ProgressBar label={said} value={looked.texts} max={looked.of} />
      <Button size="sm" className="justify-self-start" onClick={halted ? goOn : stop}>
        {t(halted ? "looked.goOn" : "looked.stop")}
      </Button>
    </div>
  );
}
