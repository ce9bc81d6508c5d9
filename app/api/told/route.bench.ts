import { pool } from "@/lib/server/db";
import { listener } from "@/lib/server/listener";

/**
 * The floor of live events: words handed to everybody who listens, by way of PostgreSQL, and nothing else.
 * It exists in builds for measuring only (see next.config.ts).
 */
const open = new Set<ReadableStreamDefaultController<Uint8Array>>();
const encoder = new TextEncoder();
const nothing = () => undefined;
listener().on("bare", {
  listening: nothing,
  heard(words) {
    for (const each of open) each.enqueue(encoder.encode(`event: changes\ndata: [{"id":"${words}"}]\n\n`));
  },
});

export function GET(): Response {
  let own: ReadableStreamDefaultController<Uint8Array> | undefined;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      own = controller;
      open.add(controller);
      controller.enqueue(encoder.encode(": open\n\n"));
    },
    cancel() {
      if (own) open.delete(own);
    },
  });
  return new Response(body, {
    headers: { "content-type": "text/event-stream", "cache-control": "no-cache, no-transform" },
  });
}

export async function POST(request: Request): Promise<Response> {
  await pool().query({ name: "bare", text: "SELECT pg_notify('bare', $1)", values: [await request.text()] });
  return Response.json({});
}
