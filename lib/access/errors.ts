/** Everything that can go wrong for a person, each said once in lib/messages/errors.ts. */
export const ERROR_CODES = [
  "unauthenticated",
  "forbidden",
  "not_found",
  "invalid",
  "conflict",
  "stale",
  "rate_limited",
  "too_large",
  "unavailable",
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

export interface ErrorBody {
  code: ErrorCode;
  /** Message keys of lib/messages/errors.ts by field of the input. */
  fields?: Record<string, string>;
  /** A message key of lib/messages/errors.ts that says more than the code, with its values. */
  detail?: string;
  values?: Record<string, string | number>;
}

/** The detail of a `not_found` about a transcript that was there, and was erased. */
export const TRANSCRIPT_ERASED = "transcript_erased";

/** What an action answers: expected outcomes are values. */
export type ActionResult<T> = { ok: true; value: T } | { ok: false; error: ErrorBody };

/** Ends a request with one of the known codes; the border turns it into an answer. */
export class AppError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly body: Omit<ErrorBody, "code"> = {},
  ) {
    super(body.detail ?? code);
    this.name = "AppError";
  }
}
