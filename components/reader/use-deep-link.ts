"use client";

import { useSearchParams } from "next/navigation";
import { useEffect, useRef } from "react";
import { useSession } from "./context";
import { choose } from "./model/commands";
import { find } from "./model/find";
import { useSignal } from "./model/signal";

/**
 * Opens the place that the address names: a segment (`?segment=` or `#segment=`), a turn of a pair (`?turn=`),
 * or what a search found (`?find=`), from an offset on (`&at=`).
 */
export function useDeepLink(): void {
  const session = useSession();
  const search = useSearchParams();
  const ready = useSignal(session.codingsReady);
  const segment = search.get("segment");
  const turn = search.get("turn");
  const words = search.get("find");
  const at = Number(search.get("at") ?? 0);
  /** The places that were gone to: once is enough, also where a newer version of the text comes. */
  const segmentSeen = useRef<string | null>(null);
  const turnSeen = useRef<string | null>(null);
  const foundSeen = useRef<string | null>(null);
  useEffect(() => {
    if (!ready) return;
    const fromHash = new URLSearchParams(window.location.hash.slice(1)).get("segment");
    const wanted = segment ?? fromHash;
    if (wanted && wanted !== segmentSeen.current) choose(session, wanted);
    segmentSeen.current = wanted;
  }, [session, ready, segment]);
  useEffect(() => {
    if (turn === turnSeen.current) return;
    turnSeen.current = turn;
    if (turn === null) return;
    const at = session.document.turns.find((each) => each.align === Number(turn));
    if (at) session.text.current?.reveal(at.bodyStart);
  }, [session, turn]);
  useEffect(() => {
    const wanted = words && `${words} ${at}`;
    if (!ready || wanted === foundSeen.current) return;
    foundSeen.current = wanted;
    if (words) find(session, words, { whole: true, from: at });
  }, [session, ready, words, at]);
}
