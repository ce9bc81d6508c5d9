import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it, onTestFinished, vi } from "vitest";
import { sessionSecret } from "@/lib/launch/secret";
import { readSettings, sampleMode } from "@/lib/launch/settings";

const NAMES = [
  ...["DATABASE_URL", "KIKITORI_DATA", "KIKITORI_SAMPLE", "KIKITORI_HOST", "PORT"],
  ...["NEXTAUTH_URL", "NEXTAUTH_SECRET", "OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"],
];
const OUTSIDE = "postgresql://db.example.org/team";

beforeEach(() => {
  for (const name of NAMES) vi.stubEnv(name, "");
});
afterEach(() => vi.unstubAllEnvs());

function settings(given: Record<string, string>) {
  for (const [name, value] of Object.entries(given)) vi.stubEnv(name, value);
  return readSettings();
}

it.each([
  ["the embedded database on this machine", {}, true],
  ["the embedded database, declined", { KIKITORI_SAMPLE: "0" }, false],
  ["the embedded database where others reach it", { KIKITORI_HOST: "0.0.0.0" }, false],
  ["a database of one's own", { DATABASE_URL: OUTSIDE }, false],
  ["a database of one's own, asked for by name", { DATABASE_URL: OUTSIDE, KIKITORI_SAMPLE: "1" }, true],
])("sample mode on %s", (_, given, expected) => {
  expect(sampleMode(settings(given))).toBe(expected);
});

it.each(["0.0.0.0", "192.0.2.1"])("sample mode is refused on %s, even asked for by name", (KIKITORI_HOST) => {
  const asked = settings({ KIKITORI_HOST, KIKITORI_SAMPLE: "1", DATABASE_URL: OUTSIDE });
  expect(() => sampleMode(asked)).toThrow("lets anyone sign in");
});

it.each([
  [{ PORT: "0" }, "PORT: "],
  [{ DATABASE_URL: "mysql://localhost/a" }, "DATABASE_URL: "],
  [{ NEXTAUTH_SECRET: "short" }, "NEXTAUTH_SECRET: is shorter than 32 characters"],
  [{ OIDC_ISSUER: "https://id.example.org", OIDC_CLIENT_ID: "a" }, "OIDC_CLIENT_SECRET: is missing"],
])("refuses %o, by the name of what is wrong", (given, words) => {
  expect(() => settings(given)).toThrow(words);
});

it("makes the key of sessions once, for nobody else to read", () => {
  const home = mkdtempSync(path.join(os.tmpdir(), "kikitori-secret-"));
  onTestFinished(() => rmSync(home, { recursive: true }));
  const made = sessionSecret(home);
  expect(made).toHaveLength(43);
  expect(sessionSecret(home)).toBe(made);
  expect(readdirSync(home)).toEqual(["session-secret"]);
  expect(readFileSync(path.join(home, "session-secret"), "utf8")).toBe(`${made}\n`);
});
