import { parseArgs } from "node:util";
import { z } from "zod";
import { runCli } from "./cli";
import { engineVersion } from "./engine";
import { serve } from "./protocol";
import { parseTarget } from "./target";

// The options that Prisma passes to its native engine. Unknown ones are let through, as there.
const { values, positionals } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: {
    datamodels: { type: "string", multiple: true, short: "d" },
    datasource: { type: "string" },
    version: { type: "boolean" },
  },
});

const options = z
  .object({
    version: z.boolean().default(false),
    datamodels: z.array(z.string()).default([]),
    datasource: z.string().default("{}"),
  })
  .parse(values);

const datasource = z
  .object({ url: z.string().optional(), shadowDatabaseUrl: z.string().optional() })
  .parse(JSON.parse(options.datasource));

if (options.version) {
  process.stdout.write(`schema-engine-wasm ${engineVersion()}\n`);
} else if (positionals[0] === "cli") {
  process.exitCode = await runCli(positionals[1], parseTarget(datasource.url));
} else {
  serve({
    target: datasource.url ? parseTarget(datasource.url) : undefined,
    shadow: datasource.shadowDatabaseUrl ? parseTarget(datasource.shadowDatabaseUrl) : undefined,
    schemaFiles: options.datamodels,
  });
}
