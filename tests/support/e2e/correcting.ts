import type { Browser, Page } from "@playwright/test";
import { expect } from "./base";
import type { WantedTalk } from "./made";
import { openTalk } from "./study";

const TALK = `Q: What is safety to you?
Mori: Freedom from fear, and from want. I was in Sendai with Tanaka then.
Q: And for whom?
Mori: For everybody, as Tanaka said. 👍
`;

/** A study of one's own with one short transcript, with codes on words of it, shown in the reader. Answers its address. */
export function withTranscript(page: Page, title: string, coded: WantedTalk["coded"] = []): Promise<string> {
  return openTalk(page, { title, talks: [{ title: "talk", words: TALK, coded }] });
}

/** The words of a turn in the editor, the first being 1. */
export const words = (page: Page, number: number) =>
  page.getByRole("textbox", { name: `Words of turn ${number}` });

/** Saves what was corrected in the editor. */
export async function save(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Review and save" }).click();
  const dialog = page.getByRole("dialog", { name: "What will change" });
  await expect(dialog.getByRole("status").filter({ hasText: "keep their words" })).toBeVisible();
  await dialog.getByRole("button", { name: "Save as a new version" }).click();
}

/** A second window of the same person. */
export async function otherWindow(browser: Browser, page: Page, url: string): Promise<Page> {
  const context = await browser.newContext({
    storageState: await page.context().storageState(),
    viewport: { width: 1440, height: 900 },
  });
  const other = await context.newPage();
  await other.goto(url);
  return other;
}
