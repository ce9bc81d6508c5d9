import { beforeEach, describe, expect, test, vi } from "vitest";
import { register } from "@/instrumentation";
import { actor } from "@/lib/server/access/gate";
import {
  changePassword,
  disableAccount,
  disableOwnAccount,
  enableAccount,
  endSessions,
  setUp,
} from "@/lib/server/accounts/actions";
import { openSetUp } from "@/lib/server/accounts/mutations";
import { hashPassword } from "@/lib/server/auth/password";
import { signInWithPassword } from "@/lib/server/auth/sign-in";
import { prisma } from "@/lib/server/db";
import { asking } from "@/tests/support/asking";
import { truncateAll } from "@/tests/support/database";
import { addPerson, type Person } from "@/tests/support/fixture";

const PASSWORD = "海と山と correct horse";
const NEXT = "another battery staple";
const first = { email: "first@example.org", name: "最初の人", password: PASSWORD };

beforeEach(async () => {
  await truncateAll();
  asking.as = null;
});

const failure = (code: string, more: object = {}) => ({ ok: false, error: { code, ...more } });

describe("the first account", () => {
  test("is made once, with the token that the server made last", async () => {
    const stale = (await openSetUp()) ?? "";
    const token = (await openSetUp()) ?? "";
    expect(await setUp({ ...first, token: stale })).toEqual(failure("not_found", { detail: "setup_over" }));
    expect(await setUp({ ...first, token })).toEqual({ ok: true, value: { email: first.email } });
    expect(await setUp({ ...first, token, email: "second@example.org" })).toEqual(
      failure("not_found", { detail: "setup_over" }),
    );
    expect(await openSetUp()).toBeNull();
    expect(await signInWithPassword(first.email, PASSWORD, "")).not.toBeNull();
  });

  test("is one, when two ask at once", async () => {
    const token = (await openSetUp()) ?? "";
    const results = await Promise.all(
      ["a", "b", "c"].map((name) => setUp({ ...first, token, email: `${name}@example.org` })),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await prisma().user.count()).toBe(1);
  });

  test("is not made with a token from before somebody had an account", async () => {
    const token = (await openSetUp()) ?? "";
    await addPerson("Somebody");
    expect(await setUp({ ...first, token })).toEqual(failure("not_found", { detail: "setup_over" }));
  });

  test("is still to be made where only the sample has accounts", async () => {
    await addPerson("Sample", { sample: true });
    expect(await openSetUp()).not.toBeNull();
  });

  test("is invited by a link that the starting server prints, and not once there is an account", async () => {
    vi.stubEnv("NEXT_RUNTIME", "nodejs");
    const write = vi.spyOn(process.stdout, "write").mockReturnValue(true);
    const printed = async (): Promise<string> => {
      write.mockClear();
      await register();
      return write.mock.calls.map(([words]) => String(words)).join("");
    };
    const [, token = ""] = /\/setup\?token=([\w-]{43})\n/.exec(await printed()) ?? [];
    const made = await setUp({ ...first, token });
    const later = await printed();
    write.mockRestore();
    expect(made.ok).toBe(true);
    expect(later).toBe("");
  });

  test("leaves the token unused where something is wrong with the form", async () => {
    const token = (await openSetUp()) ?? "";
    expect(await setUp({ ...first, token, password: "short" })).toEqual(
      failure("invalid", { fields: { password: "too_short" } }),
    );
    expect((await setUp({ ...first, token })).ok).toBe(true);
  });

  test("stores neither token nor password in the clear", async () => {
    const token = (await openSetUp()) ?? "";
    await setUp({ ...first, token });
    const stored = JSON.stringify([await prisma().user.findMany(), await prisma().setupToken.findMany()]);
    expect(stored).not.toContain(token);
    expect(stored).not.toContain(PASSWORD);
  });
});

describe("one's own account", () => {
  let person: Person;
  beforeEach(async () => {
    // The installer, whose account stays.
    await addPerson("Installer");
    person = await addPerson("Mori", { passwordHash: await hashPassword(PASSWORD) });
    asking.as = person;
  });

  test("takes another password, which ends its sessions", async () => {
    expect(await changePassword({ current: PASSWORD, password: NEXT })).toEqual({
      ok: true,
      value: { email: person.email },
    });
    await expect(actor()).rejects.toMatchObject({ code: "unauthenticated" });
    expect(await signInWithPassword(person.email, PASSWORD, "")).toBeNull();
    asking.as = await signInWithPassword(person.email, NEXT, "");
    expect(await actor()).toMatchObject({ userId: person.userId });
  });

  test("keeps its password where the current one is wrong", async () => {
    expect(await changePassword({ current: "x", password: NEXT })).toEqual(
      failure("invalid", { fields: { current: "wrong_password" } }),
    );
    expect(await actor()).toMatchObject({ userId: person.userId });
  });

  test("cannot be guessed at from a session left open", async () => {
    for (let n = 0; n < 8; n += 1) await changePassword({ current: "x", password: NEXT });
    expect(await changePassword({ current: PASSWORD, password: NEXT })).toMatchObject(
      failure("rate_limited", { detail: "rate_limited_wait" }),
    );
  });

  test("ends all its sessions at once", async () => {
    expect((await endSessions({})).ok).toBe(true);
    await expect(actor()).rejects.toMatchObject({ code: "unauthenticated" });
  });

  test("is closed by its password, and its sessions with it", async () => {
    expect((await disableOwnAccount({ current: PASSWORD })).ok).toBe(true);
    await expect(actor()).rejects.toMatchObject({ code: "unauthenticated" });
    expect(await signInWithPassword(person.email, PASSWORD, "")).toBeNull();
  });

  test("stays where it is a study's only owner whose account is open", async () => {
    const studyId = crypto.randomUUID();
    const closed = await addPerson("Closed");
    await prisma().user.update({ where: { id: closed.userId }, data: { disabledAt: new Date() } });
    await prisma().study.create({
      data: { id: studyId, title: "S", codebookStudyId: studyId, guideStudyId: studyId },
    });
    await prisma().membership.createMany({
      data: [person, closed].map(({ userId }) => ({ studyId, userId, role: "owner" as const })),
    });
    expect(await disableOwnAccount({ current: PASSWORD })).toEqual(
      failure("conflict", { detail: "sole_owner" }),
    );
    expect(await actor()).toMatchObject({ userId: person.userId });
  });
});

describe("the installer", () => {
  test("closes accounts, whose sessions end at once, and opens them again, whose old sessions stay ended", async () => {
    const installer = await addPerson("Installer", { passwordHash: await hashPassword(PASSWORD) });
    const other = await addPerson("Other");
    asking.as = installer;
    expect((await disableAccount({ userId: other.userId })).ok).toBe(true);
    asking.as = other;
    await expect(actor()).rejects.toMatchObject({ code: "unauthenticated" });
    expect(await enableAccount({ userId: other.userId })).toEqual(failure("unauthenticated"));
    asking.as = installer;
    expect((await enableAccount({ userId: other.userId })).ok).toBe(true);
    asking.as = other;
    await expect(actor()).rejects.toMatchObject({ code: "unauthenticated" });
    asking.as = { ...other, epoch: 1 };
    expect(await actor()).toMatchObject({ userId: other.userId });
    expect(await disableAccount({ userId: installer.userId })).toEqual(failure("forbidden"));
    asking.as = installer;
    expect(await disableOwnAccount({ current: PASSWORD })).toEqual(
      failure("conflict", { detail: "installer_stays" }),
    );
  });
});
