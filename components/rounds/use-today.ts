"use client";

import { useSyncExternalStore } from "react";

const nothing = () => () => {};

/** The day as YYYY-MM-DD where the person is; empty until the page is theirs, since a server knows no such day. */
export function useToday(): string {
  return useSyncExternalStore(nothing, today, () => "");
}

function today(): string {
  const now = new Date();
  const [month, day] = [now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0"));
  return `${now.getFullYear()}-${month}-${day}`;
}
