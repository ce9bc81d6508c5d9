import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { expectAccessible } from "@/tests/support/e2e/accessible";
import { expect, test } from "@/tests/support/e2e/base";
import {
  bringIn,
  code,
  downloadedRows,
  openDraft,
  openSample,
  openStudy,
  paragraph,
  readerText,
  studyAddress,
} from "@/tests/support/e2e/study";

const matrix = (page: Page) => page.getByRole("treegrid");
const pane = (page: Page) => page.getByRole("region", { name: "Excerpts" });
/** A cell by what is read aloud of it. */
const cell = (page: Page, code: string, column: string) =>
  matrix(page).getByRole("button", { name: new RegExp(`^${code}, ${column}: `) });

/** The names of the rows that are drawn, in order. */
const rowNames = async (page: Page) =>
  (await matrix(page).locator("th[scope=row]").allInnerTexts()).map((name) => name.trim());

test("from the matrix to an excerpt, to its place in the transcript, and to a file", async ({ page }) => {
  await openSample(page, "Sample lead", "/compare");
  await expect(matrix(page)).toBeVisible();
  expect((await rowNames(page))[0]).toBe("Three freedoms");

  await page.getByRole("button", { name: "Sort by Code" }).click();
  await expect(page).toHaveURL(/sort=name/);
  await expect.poll(async () => (await rowNames(page))[0]).toBe("Added value");
  await page.goBack();
  await expect.poll(async () => (await rowNames(page))[0]).toBe("Three freedoms");

  await matrix(page).getByRole("button", { name: "Hide the codes below Three freedoms" }).click();
  await expect.poll(async () => (await rowNames(page))[1]).toBe("Approach");
  await matrix(page).getByRole("button", { name: "Show the codes below Three freedoms" }).click();
  await expect.poll(async () => (await rowNames(page))[1]).toBe("Freedom from fear");

  await page.getByRole("button", { name: "Rows All codes" }).click();
  await page.getByRole("menuitemradio", { name: "Risks › East Asia" }).click();
  await page.getByRole("button", { name: "Cluster", exact: true }).click();
  await page.getByRole("checkbox", { name: /^ii / }).click();
  await page.keyboard.press("Escape");
  await expect(page).toHaveURL(/clusters=/);
  await expect(cell(page, "Inter-state relations", "Parliament")).toHaveText(/1 of 2\s*no\. 7/);
  await expect(cell(page, "Natural disasters", "Company")).toHaveText(/0\s*asked/);
  await expect(cell(page, "Inter-state relations", "All")).toHaveText(/3 of 10/);

  await cell(page, "Inter-state relations", "Parliament").click();
  await expect(pane(page).getByRole("heading", { name: "Inter-state relations × Parliament" })).toBeVisible();
  await expect(
    pane(page).getByText(
      "3 of 10 interviewees, in 3 sectors, raised “Inter-state relations” [Interviewees 5, 7 and 10]. Counted in Cluster ii.",
    ),
  ).toBeVisible();
  const excerpt = pane(page).getByRole("listitem").filter({ hasText: "Interviewee 7" }).first();
  await expect(excerpt).toBeVisible();
  const quote = await excerpt.getByRole("blockquote").innerText();

  const downloading = page.waitForEvent("download");
  await pane(page).getByRole("link", { name: "Excerpts as CSV" }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(
    /^Perceptions of human security in Japan excerpts \d{4}-\d\d-\d\d\.csv$/,
  );
  const rows: Record<string, string>[] = parse(await readFile(await download.path()), {
    bom: true,
    columns: true,
  });
  expect(rows.length).toBeGreaterThan(0);
  expect(new Set(rows.map((row) => `${row.sector} ${row["interviewee number"]} ${row.cluster}`))).toEqual(
    new Set(["Parliament 7 ii"]),
  );
  expect(rows.map((row) => row.quote)).toContain(quote);

  await excerpt.getByRole("link", { name: /^Open the place in the transcript/ }).click();
  await page.waitForURL(/\/transcripts\/[0-9a-f-]{36}\?segment=/);
  await expect(readerText(page).first()).toBeVisible();
});

test("an address says all of it: somebody else sees the same", async ({ page }) => {
  await openSample(page, "Sample lead", "/compare");
  await page.getByRole("button", { name: "Columns Sector" }).click();
  await page.getByRole("menuitemradio", { name: "Interviewee" }).click();
  await page.getByRole("button", { name: "Figure Interviewees, n of N" }).click();
  await page.getByRole("menuitemradio", { name: "Segments" }).click();
  await expect(cell(page, "Three freedoms", "No\\. 7")).toBeVisible();
  await cell(page, "Three freedoms", "No\\. 7").click();
  await expect(pane(page).getByRole("heading", { name: "Three freedoms × No. 7" })).toBeVisible();
  const words = await pane(page).getByRole("heading").locator("xpath=../p").innerText();
  await page.reload();
  await expect(pane(page).getByRole("heading", { name: "Three freedoms × No. 7" })).toBeVisible();
  expect(await pane(page).getByRole("heading").locator("xpath=../p").innerText()).toBe(words);
});

test("by the keyboard alone", async ({ page }) => {
  await openSample(page, "Sample lead", "/compare");
  await cell(page, "Three freedoms", "Aid agency").focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowRight");
  await expect(cell(page, "Freedom from fear", "University")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(pane(page).getByRole("heading", { name: "Freedom from fear × University" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(pane(page).getByText("Choose a cell")).toBeVisible();
  // The last row is far below the window, and is drawn when it is come to.
  await page.keyboard.press("Control+End");
  await expect(matrix(page).locator("[data-place]:focus")).toHaveAccessibleName(/, All: /);
  await page.keyboard.press("Control+Home");
  await expect(
    matrix(page).getByRole("button", { name: "Hide the codes below Three freedoms" }),
  ).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(
    matrix(page).getByRole("button", { name: "Show the codes below Three freedoms" }),
  ).toBeFocused();
});

test("what may be cited by sector only stands without a number, for a lead and for a viewer", async ({
  page,
}) => {
  for (const account of ["Sample lead", "Sample viewer"]) {
    await openSample(page, account, "/compare");
    await page.getByRole("button", { name: "Rows All codes" }).click();
    await page.getByRole("menuitemradio", { name: "Added value" }).click();
    await cell(page, "Change in practice", "Aid agency").click();
    const card = pane(page).getByRole("listitem").filter({ hasText: "bottom up" });
    await expect(card.first()).toContainText("Aid agency · vi.1");
    await expect(card.first()).not.toContainText("Interviewee");
    await expect(card.first().getByRole("link")).toHaveCount(0);
    await expect(pane(page).getByRole("heading").locator("xpath=../p")).not.toContainText(/\([^)]*2[^)]*\)/);
    await page.context().clearCookies();
  }
});

for (const colorScheme of ["light", "dark"] as const)
  test(`accessible in ${colorScheme}, wide and narrow`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await openSample(page, "Sample lead", "/compare");
    await cell(page, "Freedom from want", "Aid agency").click();
    await expect(pane(page).getByRole("blockquote").first()).toBeVisible();
    await expectAccessible(page);
    await page.setViewportSize({ width: 390, height: 844 });
    await expectAccessible(page);
    await page.getByRole("button", { name: "Compare", exact: true }).click();
    await expect(matrix(page)).toBeVisible();
    await expectAccessible(page);
    // The matrix scrolls in a box of its own, and the page not sideways.
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });

test("the list of excerpts is filtered and downloaded", async ({ page }) => {
  await openSample(page, "Sample viewer", "/excerpts");
  await expect(page.getByRole("blockquote").first()).toBeVisible();
  await page.getByRole("combobox", { name: "Sector" }).click();
  await page.getByRole("option", { name: "NGO" }).click();
  await expect(page).toHaveURL(/sector=/);
  await expect(page.getByRole("listitem").filter({ hasText: "Interviewee 10" }).first()).toBeVisible();
  await expectAccessible(page);
  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download CSV" }).click();
  const rows: Record<string, string>[] = parse(await readFile(await (await downloading).path()), {
    bom: true,
    columns: true,
  });
  expect(new Set(rows.map((row) => row["interviewee number"]))).toEqual(new Set(["10"]));
});

test("compares by what is known of people, and says what waits after a correction", async ({ page }) => {
  await openStudy(page, { title: "Attributes and corrections" }, "/people");
  const study = studyAddress(page);
  await page.getByRole("button", { name: "From a table" }).click();
  const people =
    "No;Sector;Position;Country\n1;NGO;Chair;日本\n2;NGO;Director;Korea\n3;University;Professor;\n";
  await page
    .getByRole("dialog")
    .locator("input[type=file]")
    .setInputFiles({ name: "people.csv", mimeType: "text/csv", buffer: Buffer.from(people) });
  await page.getByRole("button", { name: "Store 3 people" }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.goto(`${study}/transcripts/new`);
  const talk =
    "Q: What is safety?\nMori: We hope for peace, and we fear floods.\nQ: And else?\nMori: Nothing else.\n";
  await bringIn(page, { name: "talk.txt", mimeType: "text/plain", buffer: Buffer.from(talk) });
  await openDraft(page, "talk");
  await page.getByRole("combobox", { name: "Interview", exact: true }).click();
  await page.getByRole("option", { name: /^No\. 1 / }).click();
  await page.getByRole("button", { name: /^Add (this|1) transcript/ }).click();
  await expect(page.getByText("1 transcript was added.").first()).toBeVisible();
  await page.getByRole("link", { name: "See all transcripts" }).click();
  await page.getByRole("link", { name: "talk", exact: true }).click();
  const words = paragraph(page, "We hope for");
  await code(page, words, "hope for peace", "Hope");
  await code(page, words, "fear floods", "Fear");
  const reader = page.url();
  await page.goto(`${reader}/edit`);
  await page
    .getByRole("textbox", { name: "Words of turn 2" })
    .fill("We hope for peace, and rivers are calm.");
  await page.getByRole("button", { name: "Review and save" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Save as a new version" }).click();
  await page.waitForURL((address) => !address.pathname.endsWith("/edit"));

  await page.goto(`${study}/compare`);
  await expect(page.getByText("One coded segment waits to be placed after a correction")).toBeVisible();
  await page.getByRole("button", { name: "Columns Sector" }).click();
  await page.getByRole("menuitemradio", { name: "Country" }).click();
  await expect(cell(page, "Hope", "Country: 日本")).toHaveText(/1 of 1\s*no\. 1/);
  await expect(cell(page, "Hope", "Country: not stated")).toBeVisible();
  await page.getByRole("button", { name: "People", exact: true }).click();
  await page.getByRole("checkbox", { name: "日本 (1)" }).click();
  await page.keyboard.press("Escape");
  await expect(cell(page, "Hope", "All")).toHaveText(/1 of 1/);
  await cell(page, "Hope", "Country: 日本").click();
  await expect(pane(page).getByRole("heading", { name: "Hope × Country: 日本" })).toBeVisible();
  await expect(pane(page).getByText("hope for peace").first()).toBeVisible();
  await expect(pane(page).getByText(/^1 of 1 interviewees \(Country: 日本\) raised “Hope”/)).toBeVisible();
  // The address says all of it.
  await page.reload();
  await expect(pane(page).getByRole("heading", { name: "Hope × Country: 日本" })).toBeVisible();

  await page.goto(`${study}/excerpts`);
  await page.getByRole("combobox", { name: "Country" }).click();
  await page.getByRole("option", { name: "日本 (1)" }).click();
  await expect(page.getByText("What may not be cited by number is not listed")).toBeVisible();
  await expect(page.getByText("hope for peace").first()).toBeVisible();
  await expectAccessible(page);
  const rows = await downloadedRows(page);
  expect(rows.map((row) => [row.quote, row.placing])).toEqual([
    ["hope for peace", "placed"],
    ["fear floods", "waiting"],
  ]);
  await page.getByRole("link", { name: "talk (1)" }).click();
  await expect(page.getByText("fear floods").first()).toBeVisible();
});
