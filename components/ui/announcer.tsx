"use client";

import { useEffect } from "react";
import { announce, tellIn } from "./announce";
import { followLateRegions } from "./late-regions";

/**
 * Where things are told to those who listen. Once, in the root layout: screen readers follow a region that they know,
 * and with aria-live in words no dialog hides it.
 */
export function Announcer() {
  useEffect(() => followLateRegions(announce), []);
  return <div ref={tellIn} role="log" aria-live="polite" className="sr-only" />;
}
