import { type AccessTable, each, open, signedIn } from "@/tests/support/access";

const onlyInstaller = "forbidden" as const;

export const table: AccessTable = {
  "loaders.loadSignIn": open(() => ({})),
  "loaders.loadSetUp": open(() => ({ token: "x".repeat(43) })),
  "loaders.loadAccountShell": signedIn(() => ({})),
  "loaders.loadAccount": signedIn(() => ({})),
  // There are accounts, so no token makes the first one.
  "actions.setUp": each(
    () => "not_found",
    () => ({
      token: "x".repeat(43),
      email: "first@example.org",
      name: "First",
      password: "correct horse battery",
    }),
  ),
  "actions.endSessions": signedIn(() => ({})),
  // The accounts of the fixture have no password, so none is right; their tests are in accounts.test.ts.
  "actions.changePassword": each(
    (asker) => (asker === "nobody" ? "unauthenticated" : "invalid"),
    () => ({ current: "x", password: "correct horse battery" }),
  ),
  "actions.disableOwnAccount": each(
    (asker) => (asker === "nobody" ? "unauthenticated" : "invalid"),
    () => ({ current: "x" }),
  ),
  "actions.disableAccount": each(
    (asker) => (asker === "nobody" ? "unauthenticated" : onlyInstaller),
    ({ a }) => ({ userId: a.members.viewer.userId }),
  ),
  "actions.enableAccount": each(
    (asker) => (asker === "nobody" ? "unauthenticated" : onlyInstaller),
    ({ a }) => ({ userId: a.members.viewer.userId }),
  ),
};
