import "server-only";
import type { Readable, Writable } from "node:stream";
import { deserialize, serialize } from "node:v8";

/**
 * Messages between the server and the process that reads files: four bytes of length, then that many of a
 * value as V8 writes it. Resolves once the stream has taken it, or can take no more.
 */
export function sendFrame(stream: Writable, value: unknown): Promise<void> {
  const body = serialize(value);
  const head = Buffer.alloc(4);
  head.writeUInt32LE(body.length);
  stream.write(head);
  return new Promise((resolve) => {
    // A stream that breaks is told by its own event.
    stream.write(body, () => resolve());
  });
}

/**
 * Calls with each value that arrives and its length in bytes, and with the reason where the stream cannot be
 * understood. Nothing above the limit is taken in.
 */
export function onFrames(
  stream: Readable,
  limit: number,
  take: (value: unknown, length: number) => void,
  fail: (error: Error) => void,
): void {
  let parts: Buffer[] = [];
  let held = 0;
  let wanted: number | null = null;
  const gather = (size: number): Buffer => {
    const whole = parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts);
    parts = whole.length > size ? [whole.subarray(size)] : [];
    held -= size;
    return whole.subarray(0, size);
  };
  stream.on("data", (chunk: Buffer) => {
    parts.push(chunk);
    held += chunk.length;
    try {
      for (;;) {
        if (wanted === null) {
          if (held < 4) return;
          wanted = gather(4).readUInt32LE();
          if (wanted > limit) throw new RangeError(`a message of ${wanted} bytes is above the limit`);
        }
        if (held < wanted) return;
        const body = gather(wanted);
        wanted = null;
        take(deserialize(body), body.length);
      }
    } catch (error) {
      stream.destroy();
      fail(error instanceof Error ? error : new Error(String(error)));
    }
  });
}
