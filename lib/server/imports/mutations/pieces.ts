import "server-only";
import { AppError } from "@/lib/access/errors";

/** The length of a stored piece, in bytes: few rows for a large file, little memory for many at once. */
const PIECE = 1024 * 1024;

/** There is more than may come. */
export class TooMuch extends Error {}

/**
 * A body in pieces of a megabyte, the last shorter. A piece is overwritten by the next, so that a body of
 * any length takes the memory of one. Throws `TooMuch` above `most` bytes, and `unavailable` where
 * nothing comes for `patience` milliseconds, or the sender is gone.
 */
export async function* gathered(
  body: ReadableStream<Uint8Array>,
  { most, patience }: { most: number; patience: number },
): AsyncGenerator<Buffer> {
  const reader = body.getReader();
  const piece = Buffer.allocUnsafe(PIECE);
  let filled = 0;
  let total = 0;
  try {
    for (;;) {
      const { done, value } = await within(patience, reader.read());
      if (done) break;
      total += value.length;
      if (total > most) throw new TooMuch();
      for (let at = 0; at < value.length; ) {
        const taken = Math.min(value.length - at, PIECE - filled);
        piece.set(value.subarray(at, at + taken), filled);
        filled += taken;
        at += taken;
        if (filled === PIECE) {
          yield piece;
          filled = 0;
        }
      }
    }
    if (filled > 0) yield piece.subarray(0, filled);
  } finally {
    // Whoever stops in between reads no further; a body that has ended has nothing to cancel.
    await reader.cancel().catch(() => undefined);
  }
}

async function within<T>(patience: number, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const cutOff = () => new AppError("unavailable", { detail: "upload_cut_off" });
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(cutOff()), patience);
  });
  try {
    return await Promise.race([promise, silence]);
  } catch (error) {
    // The connection's own words for a sender who is gone.
    throw error instanceof AppError ? error : cutOff();
  } finally {
    clearTimeout(timer);
  }
}
