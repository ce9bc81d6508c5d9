"use client";

import { useState } from "react";

/** The id of what a form will write, made once: pressing again after a lost answer writes nothing twice. */
export function useEventId(): string {
  const [id] = useState(() => crypto.randomUUID());
  return id;
}
