import "server-only";
import { AppError, type ErrorBody } from "@/lib/access/errors";
import { readers } from "./safely/pool";
import type { Ending, Task } from "./safely/task";

const FAILURES: Record<Ending, ErrorBody> = {
  took_too_long: { code: "too_large", detail: "storing_took_too_long" },
  took_too_much_memory: { code: "too_large", detail: "storing_took_too_much_memory" },
  reader_failed: { code: "invalid", detail: "file_reader_failed" },
  reading_cancelled: { code: "invalid", detail: "file_reading_cancelled" },
};

/**
 * Does work that takes as long as a text is in another process, with a limit of time and of memory, for what
 * a person waits for. Throws `too_large` above them.
 */
export async function performSafely(task: Task): Promise<{ value: unknown; pieces: unknown[] }> {
  const answer = await readers().run(task);
  if (answer.ok) return answer;
  const { code, ...body } = FAILURES[answer.reason];
  throw new AppError(code, body);
}
