import path from "node:path";
import { defineConfig } from "prisma/config";

const at = (place: string) => path.join(import.meta.dirname, place);

// Prisma fetches its native schema engine from a host of its own. The same engine is in the package
// registry as WebAssembly; this stand-in runs it, so that nothing else has to be reached.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= at("../lib/launch/schema-engine/main.mjs");

export default defineConfig({
  schema: at("schema.prisma"),
  migrations: { path: at("migrations") },
  // Without an address, the commands that need no database still work.
  datasource: { url: process.env.DATABASE_URL },
});
