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

/**
 * Once for a run: one server (DATABASE_URL_TEST, or an embedded one that is thrown away) with one
 * migrated template, from which each test file copies its own database in a few milliseconds.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.DATABASE_URL_TEST;
  const embedded = given ? undefined : await startThrowAway("test");
  const server = given ?? embedded?.url("postgres") ?? "";
  const prefix = `kikitori_test_${randomBytes(4).toString("hex")}`;
  await migrateFresh(server, `${prefix}_template`);
  project.provide("databases", { server, prefix });
  return async () => {
    if (embedded) await embedded.stop();
    else await dropDatabases(server, prefix);
  };
}
