import { monitorEventLoopDelay } from "node:perf_hooks";

const delays = monitorEventLoopDelay({ resolution: 1 });
delays.enable();

/**
 * For how long the server was held at a stretch since this was last asked, in milliseconds. It exists in
 * builds for measuring only (see next.config.ts).
 */
export function GET(): Response {
  const longest = delays.max / 1e6;
  delays.reset();
  return Response.json({ longest });
}
