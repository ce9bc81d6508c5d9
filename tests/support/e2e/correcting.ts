import type { Browser, Page } from "@playwright/test";
import { expect } from "./base";
import { bringIn, makeStudy, paragraph, signInAs, studyAddress } from "./study";

const TALK = `Q: What is safety to you?
Mori: Freedom from fear, and from want. I was in Sendai with Tanaka then.
Q: And for whom?
Mori: For everybody, as Tanaka said. 👍
`;

/** A study of one's own with one short transcript, shown in the reader. */
export async function withTranscript(page: Page, title: string): Promise<string> {
  await signInAs(page, "Sample owner");
  await makeStudy(page, title);
  await page.goto(studyAddress(page, "/transcripts/new"));
  await bringIn(page, { name: "talk.txt", mimeType: "text/plain", buffer: Buffer.from(TALK) });
  await page.getByRole("button", { name: /^Add (this|1) transcript/ }).click();
  await expect(page.getByText("1 transcript was added.").first()).toBeVisible();
  await page.getByRole("link", { name: "Read it" }).click();
  await expect(paragraph(page, "Freedom from fear")).toBeVisible();
  return page.url();
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
