import "server-only";
import { AppError, type ErrorBody } from "@/lib/access/errors";
import { readers } from "./safely/pool";
import type { Ending, Task } from "./safely/task";

/** What a person who waits is told that was being done. */
type Work = "storing" | "revising";

function failureOf(reason: Ending, work: Work): ErrorBody {
  switch (reason) {
    case "took_too_long":
    case "took_too_much_memory":
      return { code: "too_large", detail: `${work}_${reason}` };
    case "reader_failed":
      return { code: "invalid", detail: work === "revising" ? "revising_failed" : "file_reader_failed" };
    case "reading_cancelled":
      return { code: "invalid", detail: "file_reading_cancelled" };
  }
}

/**
 * Does work that takes as long as a text is in another process, with a limit of time and of memory, for what
 * a person waits for. Throws `too_large` above them.
 */
export async function performSafely(
  task: Task,
  work: Work = "storing",
): Promise<{ value: unknown; pieces: unknown[] }> {
  const answer = await readers().run(task);
  if (answer.ok) return answer;
  const { code, ...body } = failureOf(answer.reason, work);
  throw new AppError(code, body);
}
