import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { Pool } from "pg";
import { PrismaClient } from "@/prisma/generated/client";
import { env } from "./env";

interface Database {
  /** For hot statements, and for streams. Shares its connections with Prisma. */
  pool: Pool;
  prisma: PrismaClient;
}

// A reload in development makes modules anew, but must not open a second set of connections.
const kept = globalThis as typeof globalThis & { kikitoriDatabase?: Database };

function connect(): Database {
  const pool = new Pool({
    connectionString: env().DATABASE_URL,
    max: env().DATABASE_POOL,
    // Statements that need not see each other's answers go out together, without a round trip for each.
    pipeline: true,
    // Prisma's adapter writes moments without an offset, and takes those it reads to be in UTC, whatever
    // the zone of the server: in any other zone every moment would be stored hours away from itself.
    options: "-c TimeZone=UTC",
  });
  // An idle connection that the database closes is replaced on next use; without a listener it would end the process.
  pool.on("error", () => undefined);
  return { pool, prisma: new PrismaClient({ adapter: new PrismaPg(pool) }) };
}

function database(): Database {
  kept.kikitoriDatabase ??= connect();
  return kept.kikitoriDatabase;
}

/** The Prisma client, connected when first asked for. */
export const prisma = () => database().prisma;

/** Plain connections to the same database. */
export const pool = () => database().pool;
