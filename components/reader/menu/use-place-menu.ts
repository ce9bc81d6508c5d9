import { type MouseEvent, type RefObject, useCallback, useRef, useState } from "react";
import { useSession } from "../context";
import { choose } from "../model/commands";
import { placeAtHand, segmentsAt } from "../model/reshape";
import { passes, type ReaderSession } from "../model/session";
import { boxAt } from "../text/dom-range";
import { segmentAt } from "../text/segment-under";

/** Where the menu opens, in pixels of the window. */
export interface MenuPlace {
  x: number;
  y: number;
}

/**
 * The menu of the text and its margin, by the mouse's other button or by key. The browser's own stays where there
 * is nothing to offer, while Ctrl is held (⌘ on an Apple keyboard, where Ctrl and a press are the other button),
 * and for fingers, which select words so.
 */
export function usePlaceMenu(content: RefObject<HTMLElement | null>) {
  const session = useSession();
  const [place, setPlace] = useState<MenuPlace | null>(null);
  const byKey = useRef(false);
  // Asked for when the menu, and with it its place, is gone.
  const back = useRef<() => void>(() => {});

  const onContextMenu = useCallback(
    (event: MouseEvent) => {
      const wasKey = byKey.current;
      byKey.current = false;
      const apple = /Mac|iPhone|iPad/.test(navigator.platform);
      const native = apple ? event.metaKey : event.ctrlKey;
      const touched = (event.nativeEvent as PointerEvent).pointerType === "touch";
      if (native || touched || session.dragged.get()) return;
      if (!(wasKey ? takeAtHand(session) : takeUnder(session, event))) return;
      event.preventDefault();
      const from = document.activeElement;
      const inText = content.current?.contains(from) || from === document.body;
      back.current = () => (inText ? session.text.current?.focus() : (from as HTMLElement | null)?.focus());
      setPlace(wasKey ? spotAtHand(session, content.current, event) : { x: event.clientX, y: event.clientY });
    },
    [session, content],
  );
  return {
    place,
    close: useCallback(() => setPlace(null), []),
    /** Gives the focus back to where it was. */
    giveBack: useCallback(() => back.current(), []),
    on: {
      onContextMenu,
      onKeyDownCapture: useCallback(() => {
        byKey.current = true;
      }, []),
      onPointerDownCapture: useCallback(() => {
        byKey.current = false;
      }, []),
    },
  };
}

/** The words selected or the segment at hand, else the shortest segment at the caret, becomes what the menu is about. */
function takeAtHand(session: ReaderSession): boolean {
  if (session.selection.get() || session.chosen.get()) return true;
  const filter = session.filter.get();
  const [shortest] = segmentsAt(session)
    .filter((segment) => passes(filter, segment))
    .toSorted((a, b) => a.end - a.start - (b.end - b.start));
  if (shortest) choose(session, shortest.id, false);
  return shortest !== undefined;
}

/** What is under the mouse becomes what the menu is about, with the caret there, where it would split. */
function takeUnder(session: ReaderSession, { target, clientX, clientY }: MouseEvent): boolean {
  const at = session.text.current?.offsetAt(clientX, clientY) ?? null;
  const selection = session.selection.get();
  const inText = target instanceof Element && target.closest("[data-text-start]") !== null;
  if (selection && inText && at !== null && selection.start <= at && at <= selection.end) return true;
  const margin = target instanceof Element ? target.closest<HTMLElement>("[data-segments]") : null;
  const ids = margin?.dataset.segments?.split(" ") ?? [];
  const chosen = session.chosen.get();
  const id = margin
    ? (ids.find((each) => each === chosen) ?? ids[0] ?? null)
    : inText && at !== null
      ? segmentAt(session, at)
      : null;
  if (id === null) return false;
  choose(session, id, false);
  if (!margin && at !== null) session.text.current?.focus({ anchor: at, focus: at });
  return true;
}

/** Below the end of the words, or where the browser would open its own. */
function spotAtHand(session: ReaderSession, content: HTMLElement | null, event: MouseEvent) {
  const selection = session.selection.get();
  const chosen = session.chosen.get();
  const { end } = selection ?? (chosen ? session.store.segment(chosen) : undefined) ?? placeAtHand(session);
  const box = content && boxAt(content, end);
  const inWindow = box && box.bottom > 0 && box.bottom < window.innerHeight;
  return inWindow ? { x: box.left, y: box.bottom } : { x: event.clientX, y: event.clientY };
}
