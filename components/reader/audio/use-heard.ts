"use client";

import { useEffect } from "react";
import { placeAt, stretchAt } from "@/lib/domain/recording";
import type { Range } from "@/lib/domain/segment";
import { useSession } from "../context";
import { rowAt } from "../model/document";
import type { ReaderSession } from "../model/session";

/** Marks what is heard, and brings it into view while nothing else is in hand. */
export function useHeard(): void {
  const session = useSession();
  useEffect(() => {
    const { player, timeline } = session;
    let shown: number | undefined;
    const look = () => {
      const { seconds, playing } = player.state.get();
      const open = player.recording.get() !== null;
      const place = open ? placeAt(timeline.get(), seconds * 1000) : null;
      mark(session, open ? stretchAt(timeline.get(), seconds * 1000) : null);
      if (!playing || place === null) return;
      // Within a long stretch, too, paragraph by paragraph.
      const row = rowAt(session.document, place)?.index;
      if (row !== shown && !busy(session)) session.text.current?.reveal(place);
      shown = row;
    };
    const stops = [player.state.subscribe(look), timeline.subscribe(look), player.recording.subscribe(look)];
    return () => {
      for (const stop of stops) stop();
    };
  }, [session]);
}

/** What is selected in the paragraph stays so, though it is painted anew. */
function mark({ heard, text }: ReaderSession, next: Range | null): void {
  const now = heard.get();
  if (now?.start === next?.start && now?.end === next?.end) return;
  if (text.current) text.current.keeping(() => heard.set(next));
  else heard.set(next);
}

function busy(session: ReaderSession): boolean {
  return session.selection.get() !== null || session.picker.get() || session.listing.get();
}
