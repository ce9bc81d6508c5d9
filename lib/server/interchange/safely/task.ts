import "server-only";
import { z } from "zod";

export const TASK_KINDS = ["read", "keep", "compose", "draft", "align", "revise", "propose"] as const;

/** Work on what somebody sent, for a process with limits: what is to be done, and the bytes to do it with. */
export interface Task {
  kind: (typeof TASK_KINDS)[number];
  about: object;
  bytes: Uint8Array;
}

/** Why a process came to an end over a task. */
export type Ending = "took_too_long" | "took_too_much_memory" | "reader_failed" | "reading_cancelled";

/** What came of a task: its value, and the pieces that it gave before. Whoever asked parses them. */
export type Done = { ok: true; value: unknown; pieces: unknown[] } | { ok: false; reason: Ending };

// What goes to the process: how a task begins, then its bytes in slices of a megabyte.
export const SLICE = 1024 * 1024;
export const TaskBegins = z.object({ kind: z.enum(TASK_KINDS), about: z.unknown(), size: z.int().min(0) });
export const TaskBytes = z.instanceof(Uint8Array);

/** What comes back: pieces, and then the value with the bytes of memory that the process holds after it. */
export const Answer = z.union([
  z.object({ piece: z.unknown() }).strict(),
  z.object({ value: z.unknown(), memory: z.number() }).strict(),
]);
