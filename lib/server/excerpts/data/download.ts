import "server-only";
import { env } from "@/lib/server/env";
import { Slots } from "./slots";

/** How long somebody waits for another's download to end, in milliseconds. */
const PATIENCE = 10_000;
/** How long a part may lie unread before the download is given up, in milliseconds. */
const STALL = 60_000;
/** Bytes of a part: with the time above, the slowest line that can take a file has about 4 kB a second. */
const PART = 256 * 1024;

let slots: Slots | undefined;

/**
 * A download as a stream. Each holds a connection of the database for as long as somebody reads it, so only
 * a third of them are for downloads. What prevents the first piece is thrown, while it can still be answered;
 * `unavailable` where all downloads that there may be are under way.
 */
export async function downloadOf(pieces: AsyncGenerator<string>): Promise<ReadableStream<Uint8Array>> {
  slots ??= new Slots(Math.max(1, Math.floor(env().DATABASE_POOL / 3)));
  const release = await slots.take(PATIENCE);
  async function* held(): AsyncGenerator<string> {
    try {
      yield* pieces;
    } finally {
      release();
    }
  }
  const holding = held();
  const { value } = await holding.next();
  return streamOf(holding, value ?? "");
}

/**
 * The pieces as a stream, which begins with `first` and asks for the next one only when the last is on its
 * way. Where nobody takes what is there for `stall` milliseconds, it ends with an error and lets go of them.
 */
export function streamOf(
  pieces: AsyncGenerator<string>,
  first = "",
  stall = STALL,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let rest = encoder.encode(first);
  let timer: NodeJS.Timeout | undefined;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        clearTimeout(timer);
        while (rest.length === 0) {
          const { done, value } = await pieces.next();
          if (done) return controller.close();
          rest = encoder.encode(value);
        }
        controller.enqueue(rest.subarray(0, PART));
        rest = rest.subarray(PART);
        timer = setTimeout(() => {
          controller.error(new Error("a download was not read on"));
          pieces.return(undefined).catch(() => undefined);
        }, stall);
      },
      async cancel() {
        clearTimeout(timer);
        await pieces.return(undefined);
      },
    },
    { highWaterMark: 1 },
  );
}

/**
 * The header that saves an answer as a file of this name (RFC 6266): the name in full as RFC 5987 has it,
 * and for old clients one of plain letters.
 */
export function attachment(name: string): string {
  // Neither a path nor what file systems refuse.
  const safe = name
    .replace(/[\p{C}/\\:*?"<>|]/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
  const plain = safe.replace(/[^\x20-\x7e]/g, "_");
  const full = encodeURIComponent(safe).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${full}`;
}
