import * as argon2 from "@node-rs/argon2";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { hashPassword } from "@/lib/server/auth/password";
import { signInAsSample, signInVerified, signInWithPassword } from "@/lib/server/auth/sign-in";
import { prisma } from "@/lib/server/db";
import { truncateAll } from "@/tests/support/database";
import { addPerson, type Person } from "@/tests/support/fixture";

// Counted, not replaced: how often a password is compared tells whether unknown addresses cost the same.
vi.mock("@node-rs/argon2", { spy: true });

const PASSWORD = "海と山と correct horse";
const ADDRESS = "203.0.113.9";
let person: Person;

beforeEach(async () => {
  await truncateAll();
  person = await addPerson("Mori", { passwordHash: await hashPassword(PASSWORD) });
});

afterEach(() => vi.clearAllMocks());

const fail = (email = person.email, address = ADDRESS) =>
  signInWithPassword(email, "not the password", address);
const limited = { code: "rate_limited" };

describe("signing in with a password", () => {
  test("gives a claim on the account in its epoch", async () => {
    await prisma().user.update({ where: { id: person.userId }, data: { sessionEpoch: 3 } });
    expect(await signInWithPassword(person.email, PASSWORD, ADDRESS)).toEqual({
      userId: person.userId,
      epoch: 3,
    });
  });

  test("takes one password as one, however it was typed", async () => {
    const full = await addPerson("Full", { passwordHash: await hashPassword("ｐａｓｓ e\u0301 ﾊﾟｽﾜｰﾄﾞ") });
    expect(await signInWithPassword(full.email, "pass é パスワード", ADDRESS)).not.toBeNull();
  });

  test.each([
    ["a wrong password", async () => fail()],
    ["an unknown address", async () => fail("nobody@example.org")],
    [
      "an account without a password",
      async () => signInWithPassword((await addPerson("OpenId")).email, PASSWORD, ADDRESS),
    ],
    [
      "a closed account",
      async () => {
        await prisma().user.update({ where: { id: person.userId }, data: { disabledAt: new Date() } });
        return signInWithPassword(person.email, PASSWORD, ADDRESS);
      },
    ],
    [
      "a sample account with a password",
      async () => {
        const sample = await addPerson("Sample", {
          passwordHash: await hashPassword(PASSWORD),
          sample: true,
        });
        return signInWithPassword(sample.email, PASSWORD, ADDRESS);
      },
    ],
  ])("refuses %s, after the same work", async (_, attempt) => {
    await fail("warm-up@example.org");
    vi.clearAllMocks();
    expect(await attempt()).toBeNull();
    expect(argon2.verify).toHaveBeenCalledTimes(1);
    const [stored] = vi.mocked(argon2.verify).mock.calls[0] ?? [];
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });
});

describe("guessing", () => {
  test("is stopped after eight failures for one address, from wherever they come, and says how long to wait", async () => {
    for (let n = 0; n < 8; n += 1) expect(await fail(person.email, `203.0.113.${n}`)).toBeNull();
    const error = await signInWithPassword(person.email, PASSWORD, "198.51.100.1").catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toMatchObject({ ...limited, body: { detail: "rate_limited_wait" } });
    const { seconds } = (error as { body: { values: { seconds: number } } }).body.values;
    expect(seconds).toBeGreaterThan(14 * 60);
    expect(seconds).toBeLessThanOrEqual(15 * 60);
  });

  test("does not stop others", async () => {
    for (let n = 0; n < 8; n += 1) await fail();
    const other = await addPerson("Other", { passwordHash: await hashPassword(PASSWORD) });
    expect(await signInWithPassword(other.email, PASSWORD, ADDRESS)).not.toBeNull();
  });

  test("lets no more in when it is done all at once", async () => {
    const answers = await Promise.allSettled(Array.from({ length: 20 }, () => fail()));
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(8);
  });

  test("is stopped from one network address, whosever address is guessed", async () => {
    await noteFailures("address", 59);
    expect(await fail("one@example.org")).toBeNull();
    await expect(fail("two@example.org")).rejects.toMatchObject(limited);
    expect(await fail("two@example.org", "198.51.100.1")).toBeNull();
  });

  test("may go on when the failures are a quarter of an hour old, and those are pruned", async () => {
    for (let n = 0; n < 8; n += 1) await fail();
    await prisma().$executeRaw`UPDATE "SignInAttempt" SET "at" = now() - interval '15 minutes'`;
    expect(await signInWithPassword(person.email, PASSWORD, ADDRESS)).not.toBeNull();
    expect(await prisma().signInAttempt.count()).toBe(0);
  });

  test("is forgiven by signing in, for the account; for the network address only that attempt is", async () => {
    for (let n = 0; n < 7; n += 1) await fail();
    expect(await signInWithPassword(person.email, PASSWORD, ADDRESS)).not.toBeNull();
    expect(await prisma().signInAttempt.count({ where: { key: { startsWith: "email:" } } })).toBe(0);
    expect(await prisma().signInAttempt.count({ where: { key: { startsWith: "address:" } } })).toBe(7);
  });

  test("keeps neither addresses nor e-mail in the clear", async () => {
    await fail();
    const keys = (await prisma().signInAttempt.findMany()).map(({ key }) => key).join();
    expect(keys).not.toContain(ADDRESS);
    expect(keys).not.toContain("@");
  });
});

/** As if so many attempts had failed just now, without hashing for each. */
async function noteFailures(kind: string, count: number): Promise<void> {
  await fail("first@example.org");
  const { key } = await prisma().signInAttempt.findFirstOrThrow({
    where: { key: { startsWith: `${kind}:` } },
  });
  await prisma().signInAttempt.createMany({ data: Array.from({ length: count - 1 }, () => ({ key })) });
}

describe("a sample account", () => {
  test("can't be signed in to unless sample mode is on", async () => {
    const sample = await addPerson("Sample", { sample: true });
    expect(await signInAsSample(sample.userId)).toBeNull();
  });
});

describe("signing in through a provider", () => {
  test("finds the account of the verified address, and makes none", async () => {
    expect(await signInVerified(person.email.toUpperCase())).toEqual({ userId: person.userId, epoch: 0 });
    expect(await signInVerified("new@example.org")).toBeNull();
    expect(await prisma().user.count()).toBe(1);
  });
});
