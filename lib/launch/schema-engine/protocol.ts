import { createInterface } from "node:readline";
import { z } from "zod";
import { codeOf, reasonOf } from "../say";
import { panicOf } from "./engine";
import { asPrismaError } from "./errors";
import { type Desk, openDesk } from "./requests";

/** A request of Prisma's, or, without a method, its answer to a request of ours. */
const messageSchema = z.object({
  id: z.union([z.number(), z.string()]),
  method: z.string().optional(),
  params: z.unknown(),
});

/** The number that the native engine gives to every failed request. */
const FAILED = 4466;

/** Answers requests, one JSON-RPC message a line, until the input ends and all are answered. */
export function serve(workplace: Omit<Desk, "print">): void {
  let pending = 0;
  let closed = false;
  let printed = 1_000_000; // far above the numbers of Prisma's own requests
  const print = (content: string) => send({ id: ++printed, method: "print", params: { content } });
  const answer = openDesk({ ...workplace, print });

  const exitWhenDone = () => {
    if (closed && pending === 0) process.exit(0); // connections may still be open
  };
  const input = createInterface({ input: process.stdin });
  input.on("close", () => {
    closed = true;
    exitWhenDone();
  });
  input.on("line", async (line) => {
    if (line.trim() === "") return;
    const { id, method, params } = messageSchema.parse(JSON.parse(line));
    if (method === undefined) return;
    pending += 1;
    try {
      send({ id, result: await answer(method, params) });
    } catch (thrown) {
      send({ id, error: failure(thrown, workplace) });
    }
    pending -= 1;
    exitWhenDone();
  });
}

function send(message: object): void {
  process.stdout.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);
}

function failure(thrown: unknown, { target }: Omit<Desk, "print">): object {
  const panicked = panicOf(thrown);
  const known = target ? asPrismaError(thrown, target) : { code: codeOf(thrown), message: reasonOf(thrown) };
  const meta = thrown instanceof Error && "meta" in thrown ? thrown.meta : null;
  return {
    code: FAILED,
    message: "An error happened. Check the data field for details.",
    data: {
      is_panic: panicked !== undefined,
      message: panicked ?? known.message,
      error_code: known.code,
      meta,
    },
  };
}
