"use client";

import { useSelectedLayoutSegments } from "next/navigation";
import type { ReactNode } from "react";
import type { ShellAccount } from "@/lib/schemas/shell";
import { Bar } from "./bar";
import { Content } from "./frame";
import { NoticeStrip } from "./notice-strip";

/** The frame of pages outside any study: the list of studies, a new one. A study's pages bring their own. */
export function HomeShell({ account, children }: { account: ShellAccount; children: ReactNode }) {
  const [first, second] = useSelectedLayoutSegments();
  if (first === "studies" && second !== undefined && second !== "new") return children;
  return (
    <>
      <Bar user={account.user} />
      <NoticeStrip sampleMode={account.sampleMode} />
      <Content>{children}</Content>
    </>
  );
}
