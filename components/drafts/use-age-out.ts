"use client";

import { useEffect } from "react";
import { soon } from "./soon";
import { ageOut } from "./storage";

/** Drops old drafts once a visit, whichever page it begins with, when the page has time. */
export function useAgeOut(): void {
  useEffect(
    () =>
      soon(async () => {
        const { browserDrafts } = await import("./browser-drafts");
        await ageOut(browserDrafts(), Date.now());
      }),
    [],
  );
}
