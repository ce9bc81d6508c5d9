"use client";

import type { VirtualItem } from "@tanstack/react-virtual";
import { type PointerEvent, type RefObject, useEffect, useRef, useState } from "react";
import type { Range } from "@/lib/domain/segment";
import { useCodingsOncePainted, useOncePainted, useSession } from "../context";
import { resize } from "../model/commands";
import { type ReaderDocument, rowAt } from "../model/document";
import type { ReaderSession } from "../model/session";
import { useSignal } from "../model/signal";
import { wordAt } from "./caret";
import { boxAt } from "./dom-range";

type Border = "start" | "end";

interface Spot {
  left: number;
  top: number;
  height: number;
}

interface HandlesProps {
  content: RefObject<HTMLElement | null>;
  /** The paragraphs on the page: where they move, so do the handles. */
  items: readonly VirtualItem[];
}

/** Grips at both ends of the person's own segment at hand, by which a pointer or a finger moves them. Keys do the same. */
export function SegmentHandles({ content, items }: HandlesProps) {
  const session = useSession();
  const chosen = useOncePainted(useSignal(session.chosen));
  const changes = useCodingsOncePainted();
  const [spots, setSpots] = useState<Record<Border, Spot | null>>({ start: null, end: null });
  const segment = chosen ? session.store.segment(chosen) : undefined;
  const own = segment?.coderId === session.frame.me.id && session.frame.mayCode;
  const stands = segment && own ? placesOf(session.document, segment, items) : "";
  // biome-ignore lint/correctness/useExhaustiveDependencies: `changes` and `stands` say that what is measured may have moved.
  useEffect(() => {
    if (!segment || !own) return setSpots({ start: null, end: null });
    const frame = requestAnimationFrame(() =>
      setSpots({ start: spotOf(content.current, segment.start), end: spotOf(content.current, segment.end) }),
    );
    return () => cancelAnimationFrame(frame);
  }, [content, segment, own, changes, stands]);
  if (!segment || !own) return null;
  return (
    <>
      {(["start", "end"] as const).map((border) => {
        const spot = spots[border];
        return spot && <Handle key={border} segmentId={segment.id} border={border} spot={spot} />;
      })}
    </>
  );
}

/** Where the paragraphs of both ends stand, as far as they are on the page: scrolling alone moves no handle in them. */
function placesOf(document: ReaderDocument, segment: Range, items: readonly VirtualItem[]): string {
  const rows = [segment.start, segment.end - 1].map((offset) => rowAt(document, offset)?.index);
  return items
    .filter(({ index }) => rows.includes(index))
    .map(({ index, start, size }) => `${index}:${start}:${size}`)
    .join();
}

function spotOf(content: HTMLElement | null, offset: number): Spot | null {
  const box = content && boxAt(content, offset);
  if (!box) return null;
  const origin = content.getBoundingClientRect();
  return { left: box.left - origin.left, top: box.top - origin.top, height: box.height };
}

function Handle({ segmentId, border, spot }: { segmentId: string; border: Border; spot: Spot }) {
  const session = useSession();
  const moved = useRef<{ start: number; end: number } | null>(null);
  const [dragging, setDragging] = useState(false);
  const down = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0) return;
    // What is selected in the page, and what has the focus, stays.
    event.preventDefault();
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    moved.current = null;
    setDragging(true);
  };
  const move = (event: PointerEvent<HTMLDivElement>) => {
    if (!dragging) return;
    const range = rangeTo(session, segmentId, border, event);
    if (!range) return;
    moved.current = range;
    session.draft.set(range);
  };
  const done = (keep: boolean) => {
    if (!dragging) return;
    setDragging(false);
    session.draft.set(null);
    if (keep && moved.current) resize(session, segmentId, moved.current);
  };
  return (
    <div
      aria-hidden
      className="reader-handle"
      data-border={border}
      data-dragging={dragging ? "" : undefined}
      style={{ transform: `translate(${spot.left}px, ${spot.top}px)`, height: spot.height }}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: for pointers alone; the keys are commands of the page. */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: for pointers alone, as above. */}
      <div
        className="reader-knob"
        onPointerDown={down}
        onPointerMove={move}
        onPointerUp={() => done(true)}
        onPointerCancel={() => done(false)}
        // A press on the text behind would choose what lies there.
        onClick={(event) => event.stopPropagation()}
      />
    </div>
  );
}

/** The segment's range with one border where the pointer is: at the nearer end of a word, and with Alt anywhere. */
function rangeTo(
  session: ReaderSession,
  segmentId: string,
  border: Border,
  { clientX, clientY, altKey }: PointerEvent,
): { start: number; end: number } | null {
  const segment = session.store.segment(segmentId);
  const at = session.text.current?.offsetAt(clientX, clientY) ?? null;
  if (!segment || at === null) return null;
  const to = altKey ? at : nearestEnd(session.document, at);
  const range = { start: segment.start, end: segment.end, [border]: to };
  return range.start < range.end ? range : null;
}

function nearestEnd(document: ReaderDocument, at: number): number {
  const word = wordAt(document, at);
  return at - word.start < word.end - at ? word.start : word.end;
}
