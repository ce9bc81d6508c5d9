import { expectAccessible } from "@/tests/support/e2e/accessible";
import { expect, test } from "@/tests/support/e2e/base";
import { alive, openStudy } from "@/tests/support/e2e/study";

// Whatever else the page asks meanwhile is refused, too.
test.use({ expectedErrors: /status of 401/ });

test("a file that is refused is told by a page of ours, which leads back", async ({ page }) => {
  await openStudy(page, { title: "Refused" }, "/excerpts");
  const excerpts = page.url();
  await page.context().clearCookies();
  await page.getByRole("link", { name: "Download CSV" }).click();
  await expect(page.getByRole("heading", { name: "This file can't be had" })).toBeVisible();
  await expect(page.getByText(/^You are no longer signed in, so nothing was downloaded/)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Sign in again" }).click();
  await expect(page.getByRole("button", { name: "Sample owner" })).toBeVisible();
  await alive(page);
  await page.getByRole("button", { name: "Sample owner" }).click();
  await page.waitForURL(excerpts);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download CSV" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/\.csv$/);
  await page.goto("/refused?code=unavailable");
  await expect(page.getByText(/too much to do at the moment/)).toBeVisible();
});
