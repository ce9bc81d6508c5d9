import type { CDPSession } from "@playwright/test";
import { z } from "zod";

/** What the browser's own trace says of one thing that a thread did, in microseconds. */
const Traced = z.object({
  name: z.string(),
  ph: z.string(),
  tid: z.number(),
  pid: z.number(),
  ts: z.number(),
  /** On the thread's own clock, which stands still while the thread waits for a core. */
  tts: z.number().optional(),
  tdur: z.number().optional(),
  args: z.object({ data: z.object({ type: z.string().optional() }).optional() }).optional(),
});
type Traced = z.infer<typeof Traced>;

/** Traces what the browser does for an event, until `act` is over. Answers `workOf` it. */
export async function traced(devtools: CDPSession, event: string, act: () => Promise<void>): Promise<number> {
  const trace: unknown[] = [];
  const collect = ({ value }: { value: object[] }) => void trace.push(...value);
  devtools.on("Tracing.dataCollected", collect);
  await devtools.send("Tracing.start", {
    transferMode: "ReportEvents",
    // The second one tells of the frame being handed on.
    traceConfig: { includedCategories: ["devtools.timeline", "disabled-by-default-devtools.timeline"] },
  });
  await act();
  const complete = new Promise((resolve) => devtools.once("Tracing.tracingComplete", resolve));
  await devtools.send("Tracing.end");
  await complete;
  devtools.off("Tracing.dataCollected", collect);
  return workOf(trace, event);
}

/**
 * The page's work from an event until the frame that shows what came of it is handed on: script, style, layout
 * and paint, in milliseconds of its main thread. Neither the wait for the frame nor that for a core counts.
 */
function workOf(trace: readonly unknown[], event: string): number {
  const things = trace.flatMap((each) => Traced.safeParse(each).data ?? []);
  const begun = things.find(({ name, args }) => name === "EventDispatch" && args?.data?.type === event);
  const shown = begun && firstAfter(things, begun, "Commit");
  if (begun?.tts === undefined || shown?.tts === undefined) throw new Error("the trace shows no such frame");
  return (shown.tts + (shown.tdur ?? 0) - begun.tts) / 1_000;
}

/** The next such thing on the same thread. */
function firstAfter(things: readonly Traced[], { pid, tid, ts }: Traced, name: string): Traced | undefined {
  return things
    .filter((each) => each.name === name && each.pid === pid && each.tid === tid && each.ts > ts)
    .sort((a, b) => a.ts - b.ts)[0];
}
