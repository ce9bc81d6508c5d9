import path from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig } from "prisma/config";

const here = path.dirname(fileURLToPath(import.meta.url));

// Prisma fetches its native schema engine from a host of its own. The same engine is in the package
// registry as WebAssembly; this stand-in runs it, so that nothing else has to be reached.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= path.join(here, "../lib/launch/schema-engine.mjs");

export default defineConfig({
  schema: path.join(here, "schema.prisma"),
  migrations: { path: path.join(here, "migrations") },
  datasource: { url: process.env.DATABASE_URL ?? "postgresql://app@127.0.0.1:5530/kikitori" },
});
