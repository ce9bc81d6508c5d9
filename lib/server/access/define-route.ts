import "server-only";
import type { z } from "zod";
import { AppError, type ErrorCode } from "@/lib/access/errors";
import type { StudyScope } from "@/lib/access/scope";
import { known } from "@/lib/server/errors";

const STATUS: Record<ErrorCode, number> = {
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  invalid: 400,
  conflict: 409,
  stale: 409,
  rate_limited: 429,
  too_large: 413,
  unavailable: 503,
};

/** Seconds after which it is worth asking again. */
const RETRY_AFTER = "10";

interface Definition<Input extends z.ZodType> {
  /** Of the path's parameters and the query's, joined. */
  input: Input;
  scope: (input: z.output<Input>) => Promise<StudyScope>;
  respond: (scope: StudyScope, input: z.output<Input>, request: Request) => Promise<Response>;
}

/**
 * A handler for a hot read, a download or an upload. Answers `{ error }` as JSON for every known failure, and
 * leads to a page that says so where a person followed a link, who would see the browser's own words otherwise.
 * What is sent by a page of another site is refused, as Next refuses it for actions.
 */
export function defineRoute<Input extends z.ZodType>(definition: Definition<Input>) {
  return async (
    request: Request,
    context: { params: Promise<Record<string, string>> },
  ): Promise<Response> => {
    try {
      if (request.method !== "GET" && foreign(request)) throw new AppError("forbidden");
      const query = Object.fromEntries(new URL(request.url).searchParams);
      const parsed = definition.input.safeParse({ ...query, ...(await context.params) });
      if (!parsed.success) throw new AppError("invalid");
      return await definition.respond(await definition.scope(parsed.data), parsed.data, request);
    } catch (error) {
      const body = known(error);
      const page = request.method === "GET" && pageOfRefusal(request, body.code);
      if (page) return new Response(null, { status: 303, headers: { location: page } });
      const headers = body.code === "unavailable" ? { "retry-after": RETRY_AFTER } : undefined;
      return Response.json({ error: body }, { status: STATUS[body.code], headers });
    }
  };
}

/** The page that says why a file was refused, if a person asked for it and no script; it leads back to the page that they were on. */
function pageOfRefusal(request: Request, code: ErrorCode): string | null {
  if (request.headers.get("sec-fetch-dest") !== "document") return null;
  const from = addressOn(new URL(request.url).host, request.headers);
  return `/refused?${new URLSearchParams({ code, ...(from !== null && { from }) })}`;
}

/** Where the person came from, on this server; null where the browser does not say, or says another's. */
function addressOn(host: string, headers: Headers): string | null {
  const referer = headers.get("referer");
  if (referer === null || !URL.canParse(referer)) return null;
  const { host: theirs, pathname, search } = new URL(referer);
  return theirs === (headers.get("host") ?? host) ? `${pathname}${search}` : null;
}

/** Whether the browser says that another site's page, or another server's on this host, sends the request. */
function foreign(request: Request): boolean {
  const site = request.headers.get("sec-fetch-site");
  return site !== null && site !== "same-origin" && site !== "none";
}

/**
 * Answers 304 where the browser already holds this state, so that an unchanged hot read costs one small query.
 * A body that may be of a later state than its tag was read from brings a tag of its own.
 */
export async function withETag(
  request: Request,
  tag: string,
  make: () => Promise<string | { body: string; tag: string }>,
): Promise<Response> {
  const headersOf = (of: string) => ({
    etag: `"${of}"`,
    "cache-control": "private, no-cache",
    "content-type": "application/json",
  });
  if (request.headers.get("if-none-match") === `"${tag}"`)
    return new Response(null, { status: 304, headers: headersOf(tag) });
  const made = await make();
  const { body, tag: own } = typeof made === "string" ? { body: made, tag } : made;
  return new Response(body, { headers: headersOf(own) });
}
