import { mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { z } from "zod";

// The package unpacks itself into the temporary folder, under a name without a version: it gets its own.
const place = path.resolve(process.argv[2] ?? ".");
process.env.TMPDIR = path.join(place, "unpacked");
mkdirSync(process.env.TMPDIR, { recursive: true });

const entry = createRequire(path.join(place, "package.json")).resolve("@sparticuz/chromium");
const packaged = z
  .object({
    default: z.custom<{ executablePath(): Promise<string> }>((value) => typeof value === "function"),
  })
  .parse(await import(pathToFileURL(entry).href));
process.stdout.write(await packaged.default.executablePath());
