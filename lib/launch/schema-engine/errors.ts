import { DriverAdapterError, type MappedError } from "@prisma/driver-adapter-utils";
import { DatabaseError } from "pg";
import { codeOf, reasonOf } from "../say";
import type { Target } from "./target";

/** An error in Prisma's words; the code, where there is one, is from its list (P1000 and so on). */
export interface PrismaError {
  readonly code: string | undefined;
  readonly message: string;
}

const UNREACHABLE = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "ETIMEDOUT",
  "ECONNRESET",
  "EHOSTUNREACH",
  "ENOENT",
]);

/** What went wrong with a database, as the command line of Prisma expects to be told. */
export function asPrismaError(thrown: unknown, target: Target): PrismaError {
  const code = codeOf(thrown);
  switch (code) {
    case "3D000":
      return { code: "P1003", message: `Database \`${target.database}\` does not exist` };
    case "28P01":
      return { code: "P1000", message: "Authentication failed against the database server" };
    case "28000":
      return { code: "P1010", message: "User was denied access on the database" };
    case "42P04":
      return {
        code: "P1009",
        message: `Database \`${target.database}\` already exists on the database server`,
      };
  }
  if (code !== undefined && UNREACHABLE.has(code)) {
    const { hostname, port } = new URL(target.url);
    return { code: "P1001", message: `Can't reach database server at \`${hostname}:${port || 5432}\`` };
  }
  return { code, message: reasonOf(thrown) };
}

/** What `pg` threw, as the engine expects it from a connection. */
export function asDriverError(thrown: unknown, target: Target): DriverAdapterError {
  if (thrown instanceof DriverAdapterError) return thrown;
  return new DriverAdapterError({
    originalCode: codeOf(thrown),
    originalMessage: reasonOf(thrown),
    ...mapError(thrown, target),
  });
}

function mapError(thrown: unknown, target: Target): MappedError {
  switch (codeOf(thrown)) {
    case "3D000":
      return { kind: "DatabaseDoesNotExist", db: target.database };
    case "28000":
      return { kind: "DatabaseAccessDenied", db: target.database };
    case "28P01":
      return { kind: "AuthenticationFailed" };
    case "42P04":
      return { kind: "DatabaseAlreadyExists", db: target.database };
    case "42P01":
      return { kind: "TableDoesNotExist", table: /"([^"]+)"/.exec(reasonOf(thrown))?.[1] };
    case "53300":
      return { kind: "TooManyConnections", cause: reasonOf(thrown) };
  }
  if (thrown instanceof DatabaseError) {
    const { code = "N/A", severity = "N/A", message, detail, column, hint } = thrown;
    return { kind: "postgres", code, severity, message, detail, column, hint };
  }
  const { hostname, port } = new URL(target.url);
  return { kind: "DatabaseNotReachable", host: hostname, port: Number(port || 5432) };
}
