import "server-only";
import type { Route } from "next";
import { headers } from "next/headers";
import { ADDRESS_HEADER } from "@/lib/access/address";

/** The sign-in page, which leads back to the page that is being asked for. */
export async function signInAddress(): Promise<Route> {
  const asked = (await headers()).get(ADDRESS_HEADER);
  return (asked ? `/sign-in?${new URLSearchParams({ callbackUrl: asked })}` : "/sign-in") as Route;
}
