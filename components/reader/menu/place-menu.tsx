"use client";

import { useTranslations } from "use-intl";
import { MenuAt } from "@/components/ui/menu-at";
import { useSession } from "../context";
import type { ActName } from "../keys";
import { useSignal } from "../model/signal";
import { ActItems, AT_SEGMENT, OWN } from "./act-items";
import type { MenuPlace } from "./use-place-menu";

interface PlaceMenuProps {
  place: MenuPlace | null;
  onClose: () => void;
  /** Gives the focus back to where it was. */
  onReturn: () => void;
}

/** What can be done with the words selected, or with the segment at hand, where the mouse or the caret is. */
export function PlaceMenu({ place, onClose, onReturn }: PlaceMenuProps) {
  const t = useTranslations("gestures");
  const session = useSession();
  const selection = useSignal(session.selection);
  return (
    <MenuAt at={place} label={t(selection ? "menuHere" : "menu")} onClose={onClose} onReturn={onReturn}>
      {selection ? <ForWords /> : <ForSegment />}
    </MenuAt>
  );
}

function ForWords() {
  const t = useTranslations("gestures");
  const reader = useTranslations("reader");
  const { frame, recent, codes } = useSession();
  const last = useSignal(recent).find((id) => codes.get(id)?.retired === false);
  const coding: ActName[] = frame.mayCode
    ? ["code", ...(last ? (["again"] as const) : []), ...(frame.mayEditCodebook ? (["inVivo"] as const) : [])]
    : [];
  const name = (last && codes.get(last)?.name) ?? "";
  return (
    <ActItems
      groups={[coding, ["grow", "shrink", "sentence", "sentenceBack"], ["here"]]}
      labels={{ code: reader("code"), again: t("againWith", { name }), inVivo: t("inVivo.short") }}
    />
  );
}

function ForSegment() {
  const reader = useTranslations("reader");
  const memos = useTranslations("memos");
  const session = useSession();
  const { frame, store } = session;
  const chosen = useSignal(session.chosen);
  const own = frame.mayCode && chosen !== null && store.segment(chosen)?.coderId === frame.me.id;
  const coding: ActName[] = frame.mayCode ? ["code"] : [];
  return (
    <ActItems
      groups={[coding, ...(own ? OWN : []), AT_SEGMENT, ["memos"], own ? ["remove"] : []]}
      labels={{ code: reader("addCode"), memos: memos("title") }}
    />
  );
}
