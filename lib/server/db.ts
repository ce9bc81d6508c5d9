import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { Pool } from "pg";
import { PrismaClient } from "@/prisma/generated/client";
import { env } from "./env";

interface Database {
  /** For statements that Prisma cannot say, and for streams. Shares its connections with Prisma. */
  pool: Pool;
  prisma: PrismaClient;
}

// A reload in development makes modules anew, but must not open a second set of connections.
const kept = globalThis as typeof globalThis & { kikitoriDatabase?: Database };

function connect(): Database {
  const pool = new Pool({ connectionString: env().DATABASE_URL, max: env().DATABASE_POOL });
  // An idle connection that the database closes is replaced on next use; without a listener it would end the process.
  pool.on("error", () => undefined);
  return { pool, prisma: new PrismaClient({ adapter: new PrismaPg(pool) }) };
}

/** The database, connected when first asked for. */
export function database(): Database {
  kept.kikitoriDatabase ??= connect();
  return kept.kikitoriDatabase;
}

export const db = () => database().prisma;

/** Either the client or a transaction on it: what a data function needs. */
export type Db = Pick<PrismaClient, "$queryRaw" | "$executeRaw"> & Omit<Parameters<Parameters<PrismaClient["$transaction"]>[0]>[0], never>;
