import { type NextRequest, NextResponse } from "next/server";
import { ADDRESS_HEADER } from "@/lib/access/address";

/** Pages do not know their own address; the sign-in page needs it to lead back. Who may see what, the gate decides. */
export function proxy(request: NextRequest): NextResponse {
  const headers = new Headers(request.headers);
  headers.set(ADDRESS_HEADER, `${request.nextUrl.pathname}${request.nextUrl.search}`);
  return NextResponse.next({ request: { headers } });
}

/** Pages behind the sign-in; not what they send back, which must not wait for this. */
export const config = {
  matcher: [
    { source: "/studies/:path*", missing: [{ type: "header", key: "next-action" }] },
    { source: "/account", missing: [{ type: "header", key: "next-action" }] },
  ],
};
