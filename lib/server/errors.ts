import "server-only";
import type { z } from "zod";
import { AppError, type ErrorBody } from "@/lib/access/errors";

/** PostgreSQL's codes for what people can cause, and what they mean here. */
const SQLSTATE: Record<string, ErrorBody["code"]> = {
  "23505": "conflict",
  "23503": "conflict",
  "23514": "invalid",
  "22P02": "invalid",
  "22021": "invalid",
  "40001": "conflict",
  "40P01": "conflict",
  "57P01": "unavailable",
  "57P03": "unavailable",
  "53100": "unavailable",
  "53300": "unavailable",
  "55P03": "unavailable",
  ECONNREFUSED: "unavailable",
  ECONNRESET: "unavailable",
};

/** Prisma's codes alike. */
const PRISMA: Record<string, ErrorBody["code"]> = {
  P1001: "unavailable",
  P2002: "conflict",
  P2003: "conflict",
  P2025: "not_found",
  P2028: "unavailable",
  P2034: "conflict",
};

function codeOf(error: unknown): string {
  if (typeof error !== "object" || error === null) return "";
  if ("code" in error && typeof error.code === "string") {
    // Prisma wraps what the driver said of a raw query; the driver's own code says more.
    if (error.code === "P2010" && "meta" in error)
      return codeOf((error.meta as { driverAdapterError?: { cause?: object } })?.driverAdapterError?.cause);
    return error.code;
  }
  return "originalCode" in error && typeof error.originalCode === "string" ? error.originalCode : "";
}

/**
 * The answer for an error that a person can cause or meet. What is not known is thrown on: it is how
 * Next redirects, or a fault of ours that the server logs and that reaches the person as the error page.
 */
export function known(error: unknown): ErrorBody {
  if (error instanceof AppError) return { code: error.code, ...error.body };
  const code = codeOf(error);
  const meaning = SQLSTATE[code] ?? PRISMA[code];
  if (!meaning) throw error;
  return { code: meaning };
}

/** The first problem of each field, as a message key; the screen says zod's own words in general terms. */
export function fieldErrors(error: z.ZodError): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const issue of error.issues) fields[issue.path.join(".")] ??= issue.message;
  return fields;
}
