"use client";

import { memo, startTransition, useEffect, useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import { useRowSegments, useSession } from "../context";
import { choose } from "../model/commands";
import { type Row, trimmed } from "../model/document";
import { ends } from "../model/ends";
import { languageOfWords } from "../model/language";
import type { Painted } from "../model/painted";
import type { ReaderSession } from "../model/session";
import { NOBODY } from "../model/tell-place";
import { atRest } from "./at-rest";
import { Quoting } from "./quoting";

/** Nobody listens to more before going on to the next words; all of them are in the list that the last item opens. */
const MOST = 8;

/**
 * The segments that begin in a paragraph, for those who listen: after its words, in reading order, each to be chosen.
 * Brackets say the same to those who see. Told once the text is at rest, since nothing that is seen hangs on it, and a
 * paragraph that scrolls by may have a hundred.
 */
export function SpokenSegments({ row }: { row: Row }) {
  const segments = useRowSegments(row.index);
  const [told, setTold] = useState<readonly Painted[]>([]);
  useEffect(() => atRest(() => startTransition(() => setTold(segments))), [segments]);
  return <List segments={told} row={row} />;
}

const List = memo(function List({ segments, row }: { segments: readonly Painted[]; row: Row }) {
  const t = useTranslations("reader");
  const locale = useLocale();
  const session = useSession();
  const here = segments.filter((segment) => segment.start >= row.start);
  if (here.length === 0) return null;
  // One more than are told takes the place of the item that leads to them.
  const more = here.length > MOST + 1 ? here.length - MOST : 0;
  const shown = more === 0 ? here : here.slice(0, MOST);
  return (
    <ul className="reader-spoken" aria-label={t("codesHere")} lang={locale}>
      {shown.map((segment) => (
        <Told key={segment.id} segment={segment} />
      ))}
      {more > 0 && <Item onChosen={() => listAll(session, row)}>{t("more", { count: more })}</Item>}
    </ul>
  );
});

/** Selects the paragraph, and lists what lies in it. */
function listAll(session: ReaderSession, row: Row): void {
  const words = trimmed(session.document.text, row);
  if (!words) return;
  session.text.current?.focus({ anchor: words.start, focus: words.end });
  // The page tells of a selection a moment later, and the list asks at once.
  session.selection.set(words);
  session.listing.set(true);
}

function Told({ segment }: { segment: Painted }) {
  const t = useTranslations("reader");
  const locale = useLocale();
  const session = useSession();
  const { words, quote, names } = useTold(segment);
  return (
    <Item language={languageOfWords(names, locale)} onChosen={() => choose(session, segment.id)}>
      <Quoting words={words} quote={quote} language={session.document.language} />
      {segment.hasMemo && ` (${t("memo")})`}
    </Item>
  );
}

/** How a segment is told: its codes, who coded it if it was somebody else, and the beginning and end of its words. */
export function useTold(segment: Painted): { words: string; quote: string; names: string } {
  const t = useTranslations("reader");
  const { store, codes, frame } = useSession();
  const names = segment.codeIds.map((id) => codes.get(id)?.name ?? t("unknownCode")).join(", ");
  const quote = ends(store.segment(segment.id)?.quote ?? "");
  const coder = store.coders.find(({ id }) => id === segment.coderId && id !== frame.me.id);
  const said = { codes: names, quote, ...NOBODY };
  const words = coder ? t("say.chosenOf", { ...said, coder: coder.name }) : t("say.chosen", said);
  return { words, quote, names };
}

interface ItemProps {
  language?: string;
  onChosen: () => void;
  children: React.ReactNode;
}

/** No stop on the way of the Tab key, since nobody sees it; reading comes upon it and presses it. */
function Item({ language, onChosen, children }: ItemProps) {
  return (
    <li lang={language}>
      <button type="button" tabIndex={-1} onClick={onChosen}>
        {children}
      </button>
    </li>
  );
}
