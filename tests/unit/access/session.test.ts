import { encode } from "next-auth/jwt";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { currentSession, type SessionClaim } from "@/lib/server/session";

const cookie = vi.hoisted(() => ({ value: undefined as string | undefined }));
vi.mock("next/headers", () => ({ cookies: async () => ({ get: () => cookie }) }));

const SECRET = "the secret of the tests, long enough";
const claim: SessionClaim = { userId: "6f1c6a0e-1f57-4c43-9c35-0d1f6f6a7c11", epoch: 3 };
const seal = (maxAge: number, secret = SECRET) => encode({ token: { claim }, secret, maxAge });

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-05-01T00:00:00Z") });
  vi.stubEnv("DATABASE_URL", "postgres://nowhere");
  vi.stubEnv("NEXTAUTH_SECRET", SECRET);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

test("a cookie speaks for its person each time, until it runs out", async () => {
  cookie.value = await seal(60);
  expect(await currentSession()).toEqual(claim);
  vi.setSystemTime(new Date("2026-05-01T00:00:59Z"));
  expect(await currentSession()).toEqual(claim);
  // Some seconds are given to clocks that differ.
  vi.setSystemTime(new Date("2026-05-01T00:01:20Z"));
  expect(await currentSession()).toBeNull();
  expect(await currentSession()).toBeNull();
});

test("a cookie of another secret speaks for nobody, nor does one that was changed, nor none", async () => {
  cookie.value = await seal(60, "another secret, as long as this one");
  expect(await currentSession()).toBeNull();
  const genuine = await seal(60);
  cookie.value = genuine;
  expect(await currentSession()).toEqual(claim);
  cookie.value = `${genuine.slice(0, -2)}AA`;
  expect(await currentSession()).toBeNull();
  cookie.value = undefined;
  expect(await currentSession()).toBeNull();
});
