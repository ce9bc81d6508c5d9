import { readFile } from "node:fs/promises";
import type { Cookie, Locator, Page, Request } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { idOf } from "@/seeds/ids";
import { expect } from "./base";
import { type MadeStudy, made, type WantedStudy } from "./made";

/** An address under that of the study, whichever room of it the page shows. */
export function studyAddress(page: Page, rest = ""): string {
  const study = /\/studies\/[0-9a-f-]{36}/.exec(page.url())?.[0];
  if (!study) throw new Error(`no study at ${page.url()}`);
  return `${study}${rest}`;
}

/** The sessions of the sample's accounts that this process has opened: signing in anew each time is a minute of the run. */
const sessions = new Map<string, Cookie[]>();

/**
 * Signs in as one of the accounts of the sample, such as "Sample owner". Which page is shown then is left open.
 * No journey ends all sessions of one of these accounts, so that what was opened once stays good.
 */
export async function signInAs(page: Page, account: string): Promise<void> {
  const session = sessions.get(account);
  if (session) return page.context().addCookies(session);
  await page.goto("/sign-in");
  await pressAccount(page, account);
  await page.waitForURL(/\/studies$/);
  const cookies = (await page.context().cookies()).filter(({ name }) => name.endsWith("kikitori"));
  expect(cookies, "the cookie of the session").toHaveLength(1);
  sessions.set(account, cookies);
}

/** Waits until the page hears: what the server sent is shown before its script has taken it over, and keys are lost. */
export const alive = (page: Page) =>
  page.waitForFunction(() => Object.keys(document.body).some((key) => key.startsWith("__reactFiber")));

/** On the page to sign in: presses the account of the sample, once the page hears. */
export async function pressAccount(page: Page, account: string): Promise<void> {
  const button = page.getByRole("button", { name: account });
  await expect(button).toBeVisible();
  await alive(page);
  await button.click();
}

/** The study of the sample. Other journeys read it at the same time: whoever writes makes a study of their own. */
const SAMPLE = `/studies/${idOf("study")}`;

/** Signs in as one of the accounts of the sample, and shows the overview of its study, or a room of it. */
export async function openSample(page: Page, account: string, room = ""): Promise<void> {
  await signInAs(page, account);
  await page.goto(`${SAMPLE}${room}`);
  await alive(page);
}

/** Signs in as one of the accounts of the sample, and opens the English transcript of its interview of this number. */
export async function openInterview(page: Page, account: string, number: number): Promise<void> {
  await openSample(page, account, `/transcripts/${idOf("transcript", number, "en")}`);
  await expect(page.locator("mark.reader-run").first()).toBeVisible();
}

/** Signs in as the sample's owner, in a new study of theirs, and shows a room of it. */
export async function openStudy(page: Page, study: WantedStudy, room = ""): Promise<MadeStudy> {
  const [ids] = await Promise.all([made(study), signInAs(page, "Sample owner")]);
  await page.goto(`/studies/${ids.studyId}${room}`);
  await alive(page);
  return ids;
}

/** Signs in as the sample's owner, and opens the first talk of a new study of theirs. Answers its address. */
export async function openTalk(page: Page, study: WantedStudy): Promise<string> {
  const [{ studyId, transcripts }] = await Promise.all([made(study), signInAs(page, "Sample owner")]);
  await page.goto(`/studies/${studyId}/transcripts/${transcripts[0]}`);
  await allSaved(page);
  return page.url();
}

/** On the screens that add transcripts: hands files in, and waits for the page of their batch. */
export async function bringIn(page: Page, files: Parameters<Page["setInputFiles"]>[1]): Promise<void> {
  await page.locator("input[type=file]:not([webkitdirectory])").setInputFiles(files);
  await page.waitForURL(/\/transcripts\/imports\/[0-9a-f-]{36}$/);
}

/** On the screen that adds transcripts: shows what is known of one of the files. */
export async function openDraft(page: Page, title: string): Promise<Locator> {
  const list = page.getByRole("region", { name: "To be added" });
  await list.getByRole("button", { name: new RegExp(`^${title}`) }).click();
  return page.getByRole("region", { name: title, exact: true });
}

/** Makes the interviewee of the file that is shown, and the interview with them. */
export async function addInterviewee(page: Page, sector: string, position: string): Promise<void> {
  await page.getByRole("combobox", { name: "Interview", exact: true }).click();
  await page.getByRole("option", { name: "A new interviewee…" }).click();
  await page.getByLabel("Sector").fill(sector);
  await page.getByLabel("Position").fill(position);
  const add = page.getByRole("button", { name: "Add the interviewee" });
  await add.click();
  await expect(add).toHaveCount(0);
  await expect(page.getByRole("combobox", { name: "Interview", exact: true })).toContainText(sector);
}

/** In the reader: all of the text. */
export const readerText = (page: Page) => page.getByRole("document", { name: "Text of the transcript" });

/** In the reader: a paragraph by its first words. It must be in view. */
export const paragraph = (page: Page, words: string) =>
  page.locator("[data-text-start]").filter({ hasText: words }).first();

/** Selects words of a paragraph, as a mouse or a screen reader would leave them selected. */
export async function selectWords(page: Page, within: Locator, words: string): Promise<void> {
  await within.evaluate((element, wanted) => {
    const at = element.textContent?.indexOf(wanted) ?? -1;
    if (at < 0) throw new Error(`not in the paragraph: ${wanted}`);
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const place = (units: number) => {
      let left = units;
      walker.currentNode = element;
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const { length } = node.nodeValue ?? "";
        if (left <= length) return { node, offset: left };
        left -= length;
      }
      throw new Error(`not in the paragraph: ${wanted}`);
    };
    const from = place(at);
    const to = place(at + wanted.length);
    element.closest<HTMLElement>("[role=document]")?.focus();
    document.getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
  }, words);
  await expect(page.getByRole("toolbar", { name: "Selected words" })).toBeVisible();
}

/** In the reader: waits until the server has everything; after it was opened, until all of it is there and hears. */
export const allSaved = (page: Page) =>
  expect(page.getByRole("status").filter({ hasText: "All changes saved" })).toBeVisible();

/** Whether a request brings new codings: where one stopped and the codes used last go to the same address, whenever they are due. */
export const sendsCoding = (request: Request) =>
  request.method() === "POST" && request.postData()?.includes('"apply"') === true;

/** Codes words of a paragraph, with a code that is made if the study does not have it, and waits until it is kept. */
export async function code(page: Page, within: Locator, words: string, name: string): Promise<void> {
  await selectWords(page, within, words);
  await page.keyboard.press("Enter");
  await page.getByRole("combobox", { name: "Find a code" }).fill(name);
  const known = page.getByRole("option", { name });
  const made = page.getByRole("button", { name: `Make “${name}”` });
  await known.or(made).first().click();
  await expect(page.locator(".reader-names", { hasText: name }).first()).toBeVisible();
  await allSaved(page);
}

/** A study of one's own, of one interview with two coded passages, shown in the reader with the second at hand. */
export async function codedStudy(page: Page, title: string): Promise<void> {
  await openTalk(page, {
    title,
    talks: [
      {
        title: "Pasted text",
        words:
          "Interviewer: What changed?\nParticipant: The ferry stopped.\nInterviewer: Why?\nParticipant: Ask the mayor.\n",
        by: { sector: "Fishery", position: "Ferry hand" },
        coded: [
          ["The ferry stopped", "Loss"],
          ["Ask the mayor", "Blame"],
        ],
      },
    ],
  });
  await page.locator(".reader-names", { hasText: "Blame" }).first().click();
}

/** Downloads the excerpts of the study as they are filtered now, and reads the file: rows by the names of their columns. */
export async function downloadedRows(page: Page): Promise<Record<string, string>[]> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: /CSV/ }).click(),
  ]);
  const text = await readFile(await download.path(), "utf8");
  expect(text.startsWith("\ufeff"), "a byte order mark, for spreadsheets").toBe(true);
  return parse(text, { bom: true, columns: true, recordDelimiter: "\r\n" }) as Record<string, string>[];
}

/** In the reader: brings a place into view by searching for its words, which must stand there once. */
export async function findInText(page: Page, words: string): Promise<void> {
  await page.getByRole("button", { name: "Find in the text" }).click();
  const field = page.getByRole("textbox", { name: "Find in the text" });
  await field.fill(words);
  await expect(page.getByRole("search").getByRole("status")).toHaveText("1 of 1");
  await field.press("Escape");
  await expect(paragraph(page, words)).toBeInViewport();
}
