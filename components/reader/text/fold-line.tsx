"use client";

import { UnfoldVertical } from "lucide-react";
import { useTranslations } from "use-intl";
import { useSession } from "../context";
import { unfolded } from "../model/fold";

/** Says how many paragraphs are folded away here, and shows them. */
export function FoldLine({ index, count }: { index: number; count: number }) {
  const t = useTranslations("reading");
  const session = useSession();
  return (
    <div className="reader-row">
      <button
        type="button"
        className="reader-fold"
        onClick={() => session.fold.update((fold) => unfolded(fold, index))}
      >
        <UnfoldVertical aria-hidden className="size-3.5" /> {t("hidden", { count })}
      </button>
    </div>
  );
}
