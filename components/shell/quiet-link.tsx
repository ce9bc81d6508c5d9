"use client";

import Link from "next/link";
import { type ComponentProps, useState } from "react";

/**
 * A link whose page is prepared when somebody turns to it, not for being on the screen. A bar of links would
 * else have the server begin a page for each just when the one that was asked for is being made.
 */
export function QuietLink(props: Omit<ComponentProps<typeof Link>, "prefetch" | "onMouseEnter" | "onFocus">) {
  const [wanted, setWanted] = useState(false);
  const want = () => setWanted(true);
  return <Link {...props} prefetch={wanted ? null : false} onMouseEnter={want} onFocus={want} />;
}
