import { beforeAll, vi } from "vitest";
import { asking } from "./asking";

// A set-up file of the integration tests. Outside a request there is no cookie to read a session from: whom a
// test names in `asking` is who is signed in. Here and not in each file, because files that share a process
// share its modules, and with them whatever stands in for one.
vi.mock("@/lib/server/session", async () => {
  const { asking } = await import("./asking");
  return { currentSession: async () => asking.as };
});

beforeAll(() => {
  asking.as = null;
});
