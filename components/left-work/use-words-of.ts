"use client";

import { useCallback } from "react";
import { useFormatter, useTranslations } from "use-intl";
import type { OwnPart } from "./own-part";

/** Says what somebody did, on one line, and what they wrote on the next. */
export function useWordsOf(codes: ReadonlyMap<string, string>): (part: OwnPart) => string {
  const t = useTranslations("drafts.left");
  const reader = useTranslations("reader");
  const format = useFormatter();
  return useCallback(
    ({ kind, codeIds, places, memo, stance, permission, certainty }) => {
      const unnamed = codeIds.filter((id) => !codes.has(id)).length;
      const said = [
        t(`kinds.${kind}`),
        ...codeIds.flatMap((id) => codes.get(id) ?? []),
        ...(unnamed > 0 ? [t("codes", { count: unnamed })] : []),
        ...(stance ? [reader(`stance.${stance}`)] : []),
        ...(certainty ? [reader(`certainty.${certainty}`)] : []),
        ...(permission ? [t(`permission.${permission}`)] : []),
        ...places.map(({ start, end }) =>
          t("place", { start: format.number(start + 1), end: format.number(end) }),
        ),
      ];
      return memo ? `${said.join(" · ")}\n${memo}` : said.join(" · ");
    },
    [t, reader, format, codes],
  );
}
