"use client";

import { useEffect } from "react";

/** How long a page may be at work before the faces are brought all the same, in milliseconds. */
const PATIENCE = 3_000;

/**
 * Brings the Japanese faces once the page has nothing better to do. They are described by hundreds of rules, a
 * file for each few characters, and no page should wait for all of these; the browser then fetches only what
 * it shows. Until then the system's own faces stand.
 */
export function JapaneseFaces() {
  useEffect(() => {
    const bring = () => void import("./japanese-faces-css").catch(() => undefined);
    if (!("requestIdleCallback" in window)) {
      const timer = setTimeout(bring, PATIENCE);
      return () => clearTimeout(timer);
    }
    const idle = requestIdleCallback(bring, { timeout: PATIENCE });
    return () => cancelIdleCallback(idle);
  }, []);
  return null;
}
