"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { useRowSegments, useSession } from "../context";
import { choose } from "../model/commands";
import type { Row } from "../model/document";
import type { Painted } from "../model/painted";
import { useTold } from "./spoken-segments";

/** More names than these would stand in the way of the words below. */
const MOST = 8;

/** The codes that begin in a paragraph, named under it where there is no room beside it: of many the first, and all when asked for. */
export function RowTags({ row }: { row: Row }) {
  const t = useTranslations("reader");
  const [all, setAll] = useState(false);
  const segments = useRowSegments(row.index).filter((segment) => segment.start >= row.start);
  if (segments.length === 0) return null;
  // One more than can be shown takes the place of the button.
  const more = segments.length > MOST + 1 ? segments.length - MOST : 0;
  const shown = all || more === 0 ? segments : segments.slice(0, MOST);
  return (
    <ul className="reader-tags" aria-label={t("codesHere")}>
      {shown.map((segment) => (
        <li key={segment.id}>
          <RowTag segment={segment} />
        </li>
      ))}
      {more > 0 && (
        <li>
          <button
            type="button"
            className="reader-more"
            aria-label={t("more", { count: more })}
            aria-expanded={all}
            onClick={() => setAll(!all)}
          >
            {all ? "−" : `+${more}`}
          </button>
        </li>
      )}
    </ul>
  );
}

function RowTag({ segment }: { segment: Painted }) {
  const t = useTranslations("reader");
  const session = useSession();
  const { words } = useTold(segment);
  return (
    <button type="button" className="reader-tag" onClick={() => choose(session, segment.id, false)}>
      <span className="sr-only">{words}</span>
      <span aria-hidden className="contents">
        {segment.codeIds.map((id) => (
          <span key={id} data-hue={session.codes.get(id)?.hue ?? 0} className="text-hue">
            {session.codes.get(id)?.name ?? t("unknownCode")}
          </span>
        ))}
      </span>
    </button>
  );
}
