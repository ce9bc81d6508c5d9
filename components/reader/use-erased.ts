"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { erasedRoute } from "@/components/shell/routes";
import type { ReaderSession } from "./model/session";

/** Leads to the page that says so where the server's word on what was sent is that the transcript was erased. */
export function useErased(session: ReaderSession | null): void {
  const router = useRouter();
  useEffect(() => {
    if (!session) return;
    const { frame, erased } = session;
    const go = () => erased.get() && router.replace(erasedRoute(frame.study.id, frame.transcript.id));
    go();
    return erased.subscribe(go);
  }, [session, router]);
}
