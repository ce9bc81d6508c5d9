"use client";

import { type RefObject, useEffect, useState } from "react";
import { useSession } from "../context";
import { target } from "../model/commands";
import { useSignal } from "../model/signal";
import { PickerPanel } from "./picker-panel";
import { type Spot, spotBeside } from "./place";

const SIZE = { width: 340, height: 380 };
const NARROW = 640;

interface PickerProps {
  content: RefObject<HTMLElement | null>;
  scroller: RefObject<HTMLElement | null>;
}

/** The choice of codes, at the words it is for; from the bottom of a narrow screen. */
export function Picker({ content, scroller }: PickerProps) {
  const session = useSession();
  const open = useSignal(session.picker);
  const [spot, setSpot] = useState<Spot | null>(null);

  useEffect(() => {
    const range = open ? target(session) : null;
    session.draft.set(range ? { start: range.start, end: range.end } : null);
    if (open && !range) session.picker.set(false);
    if (!open) session.swapping.set(null);
    setSpot(range && window.innerWidth >= NARROW ? spotBeside(content.current, range, SIZE) : null);
  }, [open, session, content]);

  useEffect(() => {
    if (!open) return;
    // The text may be scrolled, to see more of it; what floats would then point at something else.
    const close = () => window.innerWidth >= NARROW && session.picker.set(false);
    const { current } = scroller;
    current?.addEventListener("wheel", close, { passive: true });
    return () => current?.removeEventListener("wheel", close);
  }, [open, session, scroller]);

  if (!open) return null;
  return <PickerPanel spot={spot} />;
}
