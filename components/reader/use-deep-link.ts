"use client";

import { useSearchParams } from "next/navigation";
import { useEffect } from "react";
import { useSession } from "./context";
import { choose } from "./model/commands";
import { useSignal } from "./model/signal";

/** Opens the place that the address names: a segment (`?segment=` or `#segment=`), or a turn of a pair (`?turn=`). */
export function useDeepLink(): void {
  const session = useSession();
  const search = useSearchParams();
  const ready = useSignal(session.codingsReady);
  const segment = search.get("segment");
  const turn = search.get("turn");
  useEffect(() => {
    if (!ready) return;
    const fromHash = new URLSearchParams(window.location.hash.slice(1)).get("segment");
    const wanted = segment ?? fromHash;
    if (wanted) choose(session, wanted);
  }, [session, ready, segment]);
  useEffect(() => {
    if (turn === null) return;
    const at = session.document.turns.find((each) => each.align === Number(turn));
    if (at) session.text.current?.reveal(at.bodyStart);
  }, [session, turn]);
}
