import "server-only";
import { Prisma } from "@/prisma/generated/client";

/** What a JSON column takes and gives back unchanged, but for fields that are undefined. */
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json | undefined };

/** A value for a JSON column that may be NULL. */
export function jsonOf(value: Json): Prisma.InputJsonValue | typeof Prisma.DbNull {
  return value === null ? Prisma.DbNull : (value as Prisma.InputJsonValue);
}
