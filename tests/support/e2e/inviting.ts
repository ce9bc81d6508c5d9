import { randomUUID } from "node:crypto";
import type { Browser, Page } from "@playwright/test";
import { expectAccessible } from "./accessible";
import { studyAddress } from "./study";

export const PASSWORD = "harbour lantern seven gulls";

/** Invites somebody new, who makes an account by the link in a browser of their own. Answers their page and address. */
export async function invited(
  page: Page,
  browser: Browser,
  role: string,
): Promise<{ guest: Page; email: string }> {
  const email = `${randomUUID()}@example.org`;
  await page.goto(studyAddress(page, "/settings"));
  await page.getByLabel("E-mail").last().fill(email);
  await page.getByRole("radio", { name: role }).click();
  await page.getByRole("button", { name: "Make the link" }).click();
  const link = await page.getByRole("textbox", { name: "Link" }).inputValue();
  const guest = await (await browser.newContext()).newPage();
  await guest.goto(link);
  await guest.getByLabel("Name").fill("Mio Guest");
  await guest.getByLabel("New password").fill(PASSWORD);
  await expectAccessible(guest);
  await guest.getByRole("button", { name: "Make the account and join" }).click();
  await guest.waitForURL(/\/studies$/);
  return { guest, email };
}
