"use client";

import { useEffect, useSyncExternalStore } from "react";
import { announce, announcements } from "./announce";
import { followLateRegions } from "./late-regions";

/**
 * Where things are told to those who listen. Once, in the root layout: screen readers follow a region that they know,
 * and with aria-live in words no dialog hides it.
 */
export function Announcer() {
  const told = useSyncExternalStore(announcements.subscribe, announcements.read, announcements.readOnServer);
  useEffect(() => followLateRegions(announce), []);
  return (
    <div role="log" aria-live="polite" className="sr-only">
      {told.map(({ id, words }) => (
        <p key={id}>{words}</p>
      ))}
    </div>
  );
}
