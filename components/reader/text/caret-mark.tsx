"use client";

import { type RefObject, useEffect, useRef } from "react";
import { boxAt, readSelection } from "./dom-range";

/** The caret, drawn where the selection was led to while the text has the focus: browsers show none in text that can't be edited. */
export function CaretMark({ container }: { container: RefObject<HTMLElement | null> }) {
  const mark = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const draw = () => {
      const text = container.current;
      const { current } = mark;
      if (!text || !current) return;
      const selection = document.activeElement === text ? readSelection(text) : null;
      const box = selection && boxAt(text, selection.focus);
      current.hidden = box === null;
      if (!box) return;
      const origin = text.getBoundingClientRect();
      current.style.transform = `translate(${box.left - origin.left}px, ${box.top - origin.top}px)`;
      current.style.height = `${box.height}px`;
    };
    document.addEventListener("selectionchange", draw);
    // The words stand elsewhere once the lines are of another length, but only after this frame.
    const drawSoon = () => requestAnimationFrame(draw);
    window.addEventListener("resize", drawSoon);
    container.current?.addEventListener("focus", draw);
    container.current?.addEventListener("blur", draw);
    const text = container.current;
    return () => {
      document.removeEventListener("selectionchange", draw);
      window.removeEventListener("resize", drawSoon);
      text?.removeEventListener("focus", draw);
      text?.removeEventListener("blur", draw);
    };
  }, [container]);
  return <div ref={mark} hidden aria-hidden className="reader-caret" />;
}
