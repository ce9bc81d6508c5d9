"use client";

import { type PointerEvent as ReactPointerEvent, type RefObject, useEffect, useRef, useState } from "react";
import type { Zone } from "@/lib/domain/codebook";

/** What is dragged, and on which part of which row it would be let go; null where it would land nowhere. */
export interface Dragging {
  codeId: string;
  over: { id: string; zone: Zone } | "end" | null;
}

/** How far a pointer goes before a press is a drag, in pixels. */
const SLACK = 5;
/** How near to the edge of the pane it scrolls, and how far in one frame at the edge itself. */
const EDGE = 48;
const SPEED = 14;
/** How long one waits over a closed code until it opens, in milliseconds. */
const OPENS_AFTER = 600;

interface Options {
  list: RefObject<HTMLElement | null>;
  enabled: boolean;
  /** Opens a code that is closed. */
  onWait: (codeId: string) => void;
  onDrop: (dragging: Dragging) => void;
}

/**
 * Dragging the rows of a tree with a mouse, a pen or, by its grip, a finger. Near the edge the pane scrolls; over a
 * closed code it opens after a while; Escape lets go.
 */
export function useDragging(options: Options) {
  const [dragging, setDragging] = useState<Dragging | null>(null);
  const latest = useRef(options);
  latest.current = options;
  const stop = useRef<(() => void) | null>(null);
  /** Set while the press that ended a drag has not been told as a click. */
  const dragged = useRef(false);
  useEffect(() => () => stop.current?.(), []);

  const begin = (event: ReactPointerEvent, codeId: string, byGrip: boolean) => {
    dragged.current = false;
    if (!options.enabled || event.button !== 0 || (event.pointerType === "touch" && !byGrip)) return;
    stop.current?.();
    stop.current = follow(event.nativeEvent, codeId, latest, (next) => {
      if (next) dragged.current = true;
      setDragging(next);
    });
  };
  return { dragging, begin, wasDragged: () => dragged.current };
}

function follow(
  press: PointerEvent,
  codeId: string,
  options: RefObject<Options>,
  show: (dragging: Dragging | null) => void,
): () => void {
  let now: Dragging | null = null;
  let at = { x: press.clientX, y: press.clientY };
  let frame = 0;
  let waits: { id: string; timer: ReturnType<typeof setTimeout> } | null = null;

  const look = () => {
    const over = rowUnder(options.current.list.current, at);
    const inside = typeof over === "object" && over?.zone === "inside" ? over.id : null;
    if (waits?.id !== inside) {
      if (waits) clearTimeout(waits.timer);
      waits = inside
        ? { id: inside, timer: setTimeout(() => options.current.onWait(inside), OPENS_AFTER) }
        : null;
    }
    if (now && sameOver(now.over, over)) return;
    now = { codeId, over };
    show(now);
  };
  const scroll = () => {
    const pane = options.current.list.current?.closest<HTMLElement>("[data-pane]");
    if (pane) {
      const { top, bottom } = pane.getBoundingClientRect();
      const beyond = Math.max(0, at.y - (bottom - EDGE)) - Math.max(0, top + EDGE - at.y);
      if (beyond !== 0) {
        pane.scrollTop += (SPEED * Math.max(-EDGE, Math.min(EDGE, beyond))) / EDGE;
        look();
      }
    }
    frame = requestAnimationFrame(scroll);
  };
  const onMove = (event: PointerEvent) => {
    if (event.pointerId !== press.pointerId) return;
    at = { x: event.clientX, y: event.clientY };
    if (!now) {
      if (Math.hypot(at.x - press.clientX, at.y - press.clientY) < SLACK) return;
      document.getSelection()?.removeAllRanges();
      frame = requestAnimationFrame(scroll);
    }
    event.preventDefault();
    look();
  };
  const end = (drop: boolean) => {
    for (const [name, listener] of listeners)
      window.removeEventListener(name, listener as EventListener, true);
    cancelAnimationFrame(frame);
    if (waits) clearTimeout(waits.timer);
    if (!now) return;
    show(null);
    if (drop) options.current.onDrop(now);
  };
  const onUp = (event: PointerEvent) => event.pointerId === press.pointerId && end(true);
  const onCancel = (event: PointerEvent) => event.pointerId === press.pointerId && end(false);
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !now) return;
    event.preventDefault();
    event.stopPropagation();
    end(false);
  };
  const listeners = [
    ["pointermove", onMove],
    ["pointerup", onUp],
    ["pointercancel", onCancel],
    ["keydown", onKey],
  ] as const;
  for (const [name, listener] of listeners)
    window.addEventListener(name, listener as EventListener, { capture: true, passive: false });
  return () => end(false);
}

/** The row under a point, and which part of it; the end of the list below the last row; else nothing. */
function rowUnder(list: HTMLElement | null, { x, y }: { x: number; y: number }): Dragging["over"] {
  if (!list) return null;
  const row = document.elementFromPoint(x, y)?.closest<HTMLElement>("[data-code]");
  const id = row && list.contains(row) ? row.dataset.code : undefined;
  if (row && id !== undefined) {
    const { top, height } = row.getBoundingClientRect();
    const part = (y - top) / height;
    return { id, zone: part < 0.28 ? "before" : part > 0.72 ? "after" : "inside" };
  }
  const box = list.getBoundingClientRect();
  const last = list.lastElementChild?.getBoundingClientRect();
  return last && x >= box.left && x <= box.right && y > last.bottom ? "end" : null;
}

function sameOver(a: Dragging["over"], b: Dragging["over"]): boolean {
  if (a === null || b === null || a === "end" || b === "end") return a === b;
  return a.id === b.id && a.zone === b.zone;
}
