import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

setFlagsFromString("--expose-gc");
const collect: () => void = runInNewContext("gc");

/**
 * What the server holds once what it no longer needs is collected, in bytes. It exists in builds for
 * measuring only (see next.config.ts).
 */
export function GET(): Response {
  collect();
  return Response.json({ used: process.memoryUsage().heapUsed });
}
