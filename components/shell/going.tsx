"use client";

import { useLinkStatus } from "next/link";

/** Under the link that was pressed, until what it leads to is there; not for the blink of an eye. The link is `relative`. */
export function Going() {
  const { pending } = useLinkStatus();
  if (!pending) return null;
  return (
    <span
      aria-hidden
      className="absolute inset-x-2.5 bottom-0.5 h-0.5 animate-pulse rounded-full bg-accent [animation-delay:150ms]"
    />
  );
}
