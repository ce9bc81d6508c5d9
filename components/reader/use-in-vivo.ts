"use client";

import { useCallback } from "react";
import { useTranslations } from "use-intl";
import { toast } from "@/components/ui/toast";
import { useSession } from "./context";
import { applyCodes } from "./model/commands";
import { makeCode, nameFrom, newCode } from "./model/new-code";

/** Codes the words selected with a code that has them for its name: one that there is, or a new one at the top of the codebook. */
export function useInVivo(): () => Promise<void> {
  const t = useTranslations("gestures.inVivo");
  const session = useSession();
  return useCallback(async () => {
    const range = session.selection.get();
    if (!range || !session.frame.mayCode) return;
    const name = nameFrom(session.document.text.slice(range.start, range.end));
    if (name === "") return;
    const known = [...session.codes.values()].find(
      (code) => !code.retired && code.name.toLowerCase() === name.toLowerCase(),
    );
    if (known) {
      applyCodes(session, [known.id]);
      return;
    }
    if (!session.frame.mayEditCodebook) {
      toast({ kind: "info", message: t("mayNot") });
      return;
    }
    const code = newCode(session, name, null);
    if (!(await makeCode(session, code))) {
      toast({ kind: "error", message: t("failed") });
      return;
    }
    // The person may have gone on meanwhile; these words are what the code was made of.
    session.selection.set(range);
    applyCodes(session, [code.id]);
    toast({
      kind: "success",
      message: t("made", { name }),
      action: { label: t("putUnder"), run: () => session.placing.set(code.id) },
    });
  }, [session, t]);
}
