import type { ReactNode } from "react";
import { Frame } from "@/components/shell/frame";
import { HomeShell } from "@/components/shell/home-shell";
import { loadAccountShell } from "@/lib/server/accounts/loaders";

export default async function SignedInLayout({ children }: { children: ReactNode }) {
  return (
    <Frame>
      <HomeShell account={await loadAccountShell()}>{children}</HomeShell>
    </Frame>
  );
}
