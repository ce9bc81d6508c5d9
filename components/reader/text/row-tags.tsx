"use client";

import { useTranslations } from "use-intl";
import { useRowSegments, useSession } from "../context";
import { choose } from "../model/commands";
import type { Row } from "../model/document";

/** The codes that begin in a paragraph, named under it where there is no room beside it. */
export function RowTags({ row }: { row: Row }) {
  const t = useTranslations("reader");
  const session = useSession();
  const segments = useRowSegments(row.index).filter((segment) => segment.start >= row.start);
  if (segments.length === 0) return null;
  return (
    <ul className="reader-tags" aria-label={t("codesHere")}>
      {segments.map((segment) => (
        <li key={segment.id}>
          <button type="button" className="reader-tag" onClick={() => choose(session, segment.id, false)}>
            {segment.codeIds.map((id) => (
              <span key={id} data-hue={session.codes.get(id)?.hue ?? 0} className="text-hue">
                {session.codes.get(id)?.name ?? t("unknownCode")}
              </span>
            ))}
          </button>
        </li>
      ))}
    </ul>
  );
}
