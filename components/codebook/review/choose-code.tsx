"use client";

import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { Dialog } from "@/components/ui/dialog";
import { FindOne } from "@/components/ui/find-one";
import { buildTree } from "@/lib/domain/codebook";
import type { CodeRow } from "@/lib/schemas/codebook";
import { optionsOf } from "../code-options";

interface ChooseCodeProps {
  codes: readonly CodeRow[];
  /** The code that it has already. */
  without: string;
  onChosen: (codeId: string) => void;
  onClose: () => void;
}

/** Finds a code by its name; choosing it is the answer. */
export function ChooseCode({ codes, without, onChosen, onClose }: ChooseCodeProps) {
  const t = useTranslations("codebook.reviewPage");
  const options = useMemo(() => {
    const tree = buildTree(codes.filter((code) => !code.retired));
    return optionsOf(tree, ({ id }) => id !== without);
  }, [codes, without]);
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t("choose")}>
      <FindOne options={options} value="" onValueChange={onChosen} aria-label={t("choose")} autoFocus />
    </Dialog>
  );
}
