import { randomBytes } from "node:crypto";
import type { TestProject } from "vitest/node";
import { migrateFresh } from "@/lib/launch/database";
import { startThrowAway } from "@/lib/launch/postgres/embedded";
import { dropDatabases } from "./databases";

declare module "vitest" {
  interface ProvidedContext {
    /** A server on which the tests may make databases, and the start of every name they give. */
    databases: { server: string; prefix: string };
  }
}

interface Databases {
  server: string;
  prefix: string;
  end: () => Promise<void>;
}

// Each project of the configuration that needs it has a module of its own for this file; the run is one.
const kept = globalThis as typeof globalThis & { kikitoriTestServer?: Promise<Databases> };

/**
 * Once for a run: one server (DATABASE_URL_TEST, or an embedded one that is thrown away) with one
 * migrated template, from which each process of the tests copies its own database in a few milliseconds.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const first = !kept.kikitoriTestServer;
  kept.kikitoriTestServer ??= begin();
  const { server, prefix, end } = await kept.kikitoriTestServer;
  project.provide("databases", { server, prefix });
  return async () => {
    if (first) await end();
  };
}

async function begin(): Promise<Databases> {
  const given = process.env.DATABASE_URL_TEST;
  const embedded = given ? undefined : await startThrowAway("test");
  const server = given ?? embedded?.url("postgres") ?? "";
  const prefix = `kikitori_test_${randomBytes(4).toString("hex")}`;
  await migrateFresh(server, `${prefix}_template`);
  return { server, prefix, end: () => (embedded ? embedded.stop() : dropDatabases(server, prefix)) };
}
