import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import type { Page } from "@playwright/test";
import { databaseUrl, ensureDatabase, withClient } from "@/lib/launch/database";
import { freePort } from "@/lib/launch/ports";
import { dropDatabases } from "@/tests/support/databases";
import { expectAccessible } from "@/tests/support/e2e/accessible";
import { test as base, expect } from "@/tests/support/e2e/base";
import { newHome, type Serving, serve } from "@/tests/support/launch/launcher";
import { type OpenIdProvider, startOpenIdProvider } from "@/tests/support/openid-provider";

// An installation for a team, from nothing: `npm start` on a PostgreSQL of one's own, which here is an empty
// database on the server of the tests, and an OpenID Connect provider.
const PASSWORD = "harbour lantern seven gulls";
const FIRST = "first@example.org";
/** Whom the provider knows. */
const PEOPLE = [
  { sub: "founder", email: FIRST, verified: true },
  { sub: "stranger", email: "stranger@example.org", verified: true },
  { sub: "impostor", email: FIRST, verified: false },
];

interface Team {
  url: string;
  database: string;
  provider: OpenIdProvider;
  installation: Serving;
}

const test = base.extend<{ team: Team }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs
  team: async ({}, use) => {
    const server = process.env.DATABASE_URL ?? "";
    const database = `kikitori_team_${randomBytes(6).toString("hex")}`;
    await ensureDatabase(server, database);
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const provider = await startOpenIdProvider(PEOPLE, `${url}/api/auth/callback/oidc`);
    const home = newHome();
    const env = {
      DATABASE_URL: databaseUrl(server, database),
      KIKITORI_DATA: home,
      PORT: String(port),
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: provider.clientId,
      OIDC_CLIENT_SECRET: provider.clientSecret,
      OIDC_NAME: "Our university",
    };
    const installation = await serve(env, /\/setup\?token=[\w-]{43}\n/);
    await use({ url, database: env.DATABASE_URL, provider, installation });
    await installation.stop();
    await provider.stop();
    await dropDatabases(server, database);
    rmSync(home, { recursive: true, force: true });
  },
});
test.setTimeout(180_000);

test("the first account is made by the printed link, and a provider lets in whom it vouches for", async ({
  browser,
  team: { url, database, provider, installation },
}) => {
  /** A browser of somebody's own. */
  const visitor = async (address: string): Promise<Page> => {
    const page = await (await browser.newContext({ baseURL: url })).newPage();
    await page.goto(address);
    return page;
  };
  /** From the sign-in page to the provider, and back as somebody. */
  const through = async (page: Page, who: string) => {
    await page.getByRole("button", { name: "Sign in with Our university" }).click();
    await page.getByRole("button", { name: who }).click();
  };

  await test.step("no sample, and the link makes the first account once", async () => {
    expect(installation.said).not.toContain("Sample mode");
    const link = /http\S+\/setup\?token=\S+/.exec(installation.said)?.[0] ?? "";
    const first = await visitor("/sign-in");
    await expect(first.getByRole("button", { name: /^Sample/ })).toHaveCount(0);
    await expectAccessible(first);
    await first.goto(link);
    await first.getByLabel("E-mail address").fill(FIRST);
    await first.getByLabel("Name").fill("Founder 創設者");
    await first.getByLabel("New password").fill(PASSWORD);
    await expectAccessible(first);
    await first.getByRole("button", { name: "Make the account" }).click();
    await first.waitForURL(/\/studies$/);
    await expect(first.getByRole("heading", { name: "No study yet" })).toBeVisible();
    await first.goto(link);
    await expect(first.getByRole("heading", { name: "This link is not open" })).toBeVisible();
  });

  await test.step("signs in with the password", async () => {
    const page = await visitor("/sign-in");
    await page.getByLabel("E-mail address").fill(FIRST);
    await page.getByRole("textbox", { name: "Password" }).fill(PASSWORD);
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await page.waitForURL(/\/studies$/);
  });

  await test.step("signs in through the provider, by code with PKCE, state and nonce", async () => {
    const page = await visitor("/account");
    await through(page, "founder");
    await page.waitForURL(/\/account$/);
    await expect(page.getByText(FIRST).first()).toBeVisible();
    expect(provider.requests).toEqual([
      expect.objectContaining({
        response_type: "code",
        code_challenge_method: "S256",
        code_challenge: expect.any(String),
        state: expect.any(String),
        nonce: expect.any(String),
      }),
    ]);
  });

  await test.step("tells somebody without an account so, and makes none", async () => {
    const page = await visitor("/sign-in");
    await through(page, "stranger");
    await expect(page.getByText("Nobody here has an account with this address.")).toBeVisible();
    await expectAccessible(page);
    await page.goto("/studies");
    await page.waitForURL(/\/sign-in/);
    const accounts = await withClient(database, (client) => client.query('SELECT "email" FROM "User"'));
    expect(accounts.rows).toEqual([{ email: FIRST }]);
  });

  await test.step("lets nobody in by an address that the provider has not verified", async () => {
    const page = await visitor("/sign-in");
    await through(page, "impostor");
    await expect(page.getByText("did not say that your e-mail address is yours")).toBeVisible();
  });

  await test.step("tells somebody who turned back so, and not of a wrong password", async () => {
    const page = await visitor("/sign-in");
    await through(page, "Turn back");
    await expect(page.getByText("The other service did not sign you in.")).toBeVisible();
  });

  await test.step("tells that the provider is not there", async () => {
    const page = await visitor("/sign-in");
    await provider.stop();
    await page.getByRole("button", { name: "Sign in with Our university" }).click();
    await expect(page.getByText("it cannot be reached")).toBeVisible();
  });

  const { code, said } = await installation.stop();
  expect(said.trimEnd().split("\n").at(-1)).toBe("Stopped.");
  expect(code).toBe(0);
});
