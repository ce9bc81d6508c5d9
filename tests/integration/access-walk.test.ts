import { beforeAll, describe, expect, test, vi } from "vitest";
import { prisma } from "@/lib/server/db";
import type { SessionClaim } from "@/lib/server/session";
import { ASKERS, type Asker, type Elsewhere, type Outcome, type Row } from "@/tests/support/access";
import { asking } from "@/tests/support/asking";
import { accessRows, everythingReachable, type Reachable } from "@/tests/support/exports";
import { addPerson, buildFixture, type Fixture } from "@/tests/support/fixture";

/**
 * The walk: everything that a request can reach, asked for by every role of study A, by a member of
 * another study, and by somebody signed out. What each may expect stands in access-table/.
 */

vi.mock("@/lib/server/address", () => ({ signInAddress: async () => "/sign-in" }));
vi.stubEnv("__NEXT_EXPERIMENTAL_AUTH_INTERRUPTS", "true");

const reachable = await everythingReachable();
const rows = await accessRows<Row | Elsewhere>();

/** For what only reads. */
let forReading: Fixture;

beforeAll(async () => {
  // The first account of an installation may do more than others, so it is nobody's whom the walk asks as.
  await addPerson("Installer");
  forReading = await buildFixture();
});

function claimOf({ a, b }: Fixture, asker: Asker): SessionClaim | null {
  if (asker === "nobody") return null;
  return asker === "outsider" ? b.members.owner : a.members[asker];
}

async function outcome({ kind, call }: Reachable, input: unknown): Promise<Outcome | string> {
  try {
    const answer = await call(input);
    if (kind === "loader") return "ok";
    if (kind === "action") {
      const result = answer as { ok: boolean; error?: { code: string } };
      return result.ok ? "ok" : (result.error?.code ?? "an error without a code");
    }
    const response = answer as Response;
    if (response.ok) {
      // A stream that nobody reads to its end would keep its connection.
      await response.arrayBuffer();
      return "ok";
    }
    return ((await response.json()) as { error: { code: string } }).error.code;
  } catch (error) {
    const { digest = "" } = error as { digest?: string };
    if (digest.startsWith("NEXT_REDIRECT;") && digest.includes(";/sign-in;")) return "unauthenticated";
    if (digest === "NEXT_HTTP_ERROR_FALLBACK;403") return "forbidden";
    if (digest === "NEXT_HTTP_ERROR_FALLBACK;404") return "not_found";
    throw error;
  }
}

/** What may not have changed when somebody was refused. */
async function written({ a, b }: Fixture): Promise<unknown> {
  const studies = { studyId: { in: [a.studyId, b.studyId] } };
  return [
    await prisma().study.findMany({ where: { id: studies.studyId }, orderBy: { id: "asc" } }),
    await prisma().historyEvent.count({ where: studies }),
    await prisma().membership.count({ where: studies }),
    await prisma().invitation.findMany({ where: studies, orderBy: { id: "asc" } }),
    await prisma().user.count(),
  ].map((part) => JSON.stringify(part, (_, value) => (typeof value === "bigint" ? String(value) : value)));
}

test("everything that a request can reach has a row in tests/integration/access-table", () => {
  expect(reachable.map(({ name }) => name).filter((name) => !rows.has(name))).toEqual([]);
});

test("every row is of something that a request can reach", () => {
  const names = new Set(reachable.map(({ name }) => name));
  expect([...rows.keys()].filter((name) => !names.has(name))).toEqual([]);
});

describe.each(reachable.filter(({ name }) => "make" in (rows.get(name) ?? {})))("$name", (each) => {
  const row = rows.get(each.name) as Row;
  const allowed = ASKERS.filter((asker) => row.expected(asker) === "ok");
  const refused = ASKERS.filter((asker) => row.expected(asker) !== "ok");

  // A study of its own for each that may write, since what one does may spoil the rows for the next.
  test.each(allowed)("is open to %s", async (asker) => {
    const fixture = each.kind === "loader" ? forReading : await buildFixture();
    asking.as = claimOf(fixture, asker);
    expect(await outcome(each, await row.make(fixture))).toBe("ok");
  });

  test.runIf(refused.length > 0)(`refuses ${refused.join(", ")}`, async () => {
    const fixture = await buildFixture();
    const before = await written(fixture);
    for (const asker of refused) {
      asking.as = claimOf(fixture, asker);
      expect(await outcome(each, await row.make(fixture)), asker).toBe(row.expected(asker));
    }
    expect(await written(fixture)).toEqual(before);
  });
});

test("no page shows a row of one study under the address of another", async () => {
  const fixture = await buildFixture();
  asking.as = claimOf(fixture, "owner");
  const shown: string[] = [];
  const asked: string[] = [];
  for (const each of reachable) {
    const row = rows.get(each.name);
    if (each.kind !== "loader" || !row || !("make" in row) || row.expected("outsider") !== "not_found")
      continue;
    const input = await row.make(fixture);
    if (!(input instanceof Object) || "studyId" in input) continue;
    asked.push(each.name);
    if ((await outcome(each, { ...input, studyId: fixture.b.studyId })) !== "not_found")
      shown.push(each.name);
  }
  expect(asked).toContain("coding/loaders.loadReader");
  expect(shown).toEqual([]);
});
