"use client";

import { memo, startTransition, useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { useRowSegments, useSession } from "../context";
import type { Row } from "../model/document";
import type { Painted } from "../model/painted";
import { atRest } from "./at-rest";

/**
 * The segments that begin in a paragraph, for those who listen: after its words, in reading order. Brackets say the
 * same to those who see. Told once the text is at rest, since nothing that is seen hangs on it, and a paragraph that
 * scrolls by may have a hundred.
 */
export function SpokenSegments({ row }: { row: Row }) {
  const segments = useRowSegments(row.index);
  const [told, setTold] = useState<readonly Painted[]>([]);
  useEffect(() => atRest(() => startTransition(() => setTold(segments))), [segments]);
  return <List segments={told} start={row.start} />;
}

const List = memo(function List({ segments, start }: { segments: readonly Painted[]; start: number }) {
  const t = useTranslations("reader");
  const { store, codes, frame } = useSession();
  const here = segments.filter((segment) => segment.start >= start);
  if (here.length === 0) return null;
  return (
    <ul className="reader-spoken" aria-label={t("codesHere")}>
      {here.map((segment) => {
        const names = segment.codeIds.map((id) => codes.get(id)?.name ?? t("unknownCode")).join(", ");
        const quote = store.segment(segment.id)?.quote ?? "";
        const coder = store.coders.find(({ id }) => id === segment.coderId && id !== frame.me.id);
        return (
          <li key={segment.id}>
            {coder
              ? t("say.chosenOf", { codes: names, coder: coder.name, quote })
              : t("say.chosen", { codes: names, quote })}
          </li>
        );
      })}
    </ul>
  );
});
