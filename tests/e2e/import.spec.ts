import path from "node:path";
import { Document, Packer, Paragraph } from "docx";
import { expectAccessible } from "@/tests/support/e2e/accessible";
import { expect, test } from "@/tests/support/e2e/base";
import {
  addInterviewee,
  bringIn,
  code,
  downloadedRows,
  openDraft,
  openStudy,
  paragraph,
  studyAddress,
} from "@/tests/support/e2e/study";

const fixture = (name: string) => path.join(import.meta.dirname, "../fixtures/transcripts", name);

const PASTED = `Interviewer: When did the harbour change? 🌊
Participant: When the ferry stopped. The tide went out, and nobody came back.
We waited, e\u0301te\u0301 after e\u0301te\u0301.
Interviewer: And now?
Participant: Now we listen, 聞き取り.`;

/** A Word document with a paragraph for each line. */
async function word(...lines: string[]) {
  const sections = [{ children: lines.map((line) => new Paragraph(line)) }];
  return { mimeType: "", buffer: await Packer.toBuffer(new Document({ sections })) };
}

test("pasted text, Shift_JIS, Word and subtitles become transcripts, are coded, compared and exported", async ({
  page,
}) => {
  test.slow();
  await openStudy(page, { title: "Harbour 港の聞き取り" }, "/transcripts");
  await expect(page.getByRole("heading", { name: "No transcripts yet" })).toBeVisible();
  await page.getByRole("main").getByRole("link", { name: "Add transcripts" }).click();
  await expect(page.getByRole("heading", { name: "Add transcripts" })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("tab", { name: "Paste text" }).click();
  await page.getByLabel("The words of the interview").fill(PASTED);
  await page.getByRole("button", { name: "Look at it" }).click();
  const pasted = page.getByRole("region", { name: "Pasted text", exact: true });
  await expect(pasted.getByRole("combobox", { name: "Role of Interviewer" })).toContainText("Interviewer");
  await expect(pasted.getByRole("combobox", { name: "Role of Participant" })).toContainText("Interviewee");
  await expect(pasted.getByText("4 turns, ")).toBeVisible();
  await pasted.getByLabel("Title").fill("The ferry");
  await addInterviewee(page, "Fishery", "Ferry hand");

  await page.getByRole("tab", { name: "Files" }).click();
  const document = await word(
    "Q: 安全とは何ですか？",
    "A: 海がしずかなことです。",
    "Q: なぜですか？",
    "A: 船が出ます。",
  );
  await bringIn(page, [fixture("council.cp932.txt"), fixture("teams.vtt")]);
  await bringIn(page, { name: "港.docx", ...document });

  const council = await openDraft(page, "council.cp932");
  await expect(council.getByRole("combobox", { name: "Written in" })).toContainText("Shift_JIS");
  await expect(council.getByRole("combobox", { name: "Language of the text" })).toContainText("Japanese");
  await expect(council.getByText("皆様、おはようございます。")).toBeVisible();
  await expect(council.getByRole("combobox", { name: /^Role of/ })).toHaveCount(4);
  await council.getByRole("combobox", { name: "Role of 港野部会長" }).click();
  await page.getByRole("option", { name: "Interviewer" }).click();
  await council.getByRole("combobox", { name: "Role of 浜口（清）委員" }).click();
  await page.getByRole("option", { name: "Interviewee" }).click();
  await addInterviewee(page, "Council", "Member");

  const teams = await openDraft(page, "teams");
  await expect(teams.getByRole("row", { name: /Harbour, Mio \(Student\)/ })).toBeVisible();
  await teams.getByRole("combobox", { name: "Interview", exact: true }).click();
  await page.getByRole("option", { name: "No. 1 (Fishery)" }).click();

  const docx = await openDraft(page, "港");
  await expect(docx.getByRole("combobox", { name: "Role of A", exact: true })).toContainText("Interviewee");
  await expect(docx.getByText("海がしずかなことです。")).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("button", { name: "Add 4 transcripts" }).click();
  await expect(page.getByText("4 transcripts were added.").first()).toBeVisible();
  await page.getByRole("link", { name: "See all transcripts" }).click();
  const row = (title: string) => page.getByRole("row", { name: new RegExp(title) });
  await expect(row("council.cp932")).toContainText("Council");
  await expect(row("teams")).toContainText("Fishery");
  await expect(row("港")).toContainText("Japanese");
  await expectAccessible(page);

  await page.getByRole("link", { name: "The ferry" }).click();
  await expect(page.getByRole("document").getByText("Interviewer").first()).toBeVisible();
  await code(page, paragraph(page, "When the ferry stopped"), "The tide went out", "Loss");
  await page.goto(studyAddress(page, "/transcripts"));
  await page.getByRole("link", { name: "council.cp932", exact: true }).click();
  await code(page, paragraph(page, "資料１"), "こちらをご覧ください", "Loss");

  await page.goto(studyAddress(page, "/compare"));
  await expect(
    page.getByRole("button", { name: /^Loss, Fishery: 1 of 1.* 1 segment.* 4 words.* no\. 1$/ }),
  ).toBeVisible();
  await expect(page.getByRole("button", { name: /^Loss, All: 2 of 2.* 2 segments/ })).toBeVisible();
  await page.getByRole("button", { name: /^Loss, Council: 1 of 1.* 10 characters.* no\. 2$/ }).click();
  await expect(page.getByText("こちらをご覧ください").first()).toBeVisible();
  expect(await downloadedRows(page)).toMatchObject([
    {
      study: "Harbour 港の聞き取り",
      "interviewee number": "2",
      sector: "Council",
      position: "Member",
      transcript: "council.cp932",
      language: "ja",
      quote: "こちらをご覧ください",
      "code path": "Loss",
      permission: "number",
    },
  ]);
  await page.goto(studyAddress(page, "/excerpts"));
  const rows = await downloadedRows(page);
  expect(rows.map(({ quote, start, end }) => [quote, Number(end) - Number(start)])).toEqual([
    ["The tide went out", 17],
    ["こちらをご覧ください", 10],
  ]);
  expect(PASTED.slice(Number(rows[0]?.start), Number(rows[0]?.end))).toBe("The tide went out");
});

test("files that cannot be read say what to do, and cost nothing of the others", async ({ page }) => {
  await openStudy(page, { title: "Broken files" }, "/transcripts/new");
  await bringIn(page, fixture("zoom.vtt"));
  const zoom = await openDraft(page, "zoom");
  await zoom.getByLabel("Title").fill("Kept as it was");

  const bad = [
    { name: "empty.txt", bytes: [], says: /There are no words in this\. Nothing was stored/ },
    {
      name: "old.doc",
      bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array<number>(600).fill(0)],
      says: /save it as \.docx, and bring that in/,
    },
    {
      name: "picture.txt",
      bytes: [
        0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1,
      ],
      says: /This is a picture\. Nothing was stored/,
    },
    { name: "cut.docx", bytes: [0x50, 0x4b, 3, 4, 20, 0, 6, 0], says: /damaged or was cut off/ },
  ];
  await bringIn(
    page,
    bad.map(({ name, bytes }) => ({ name, mimeType: "", buffer: Buffer.from(bytes) })),
  );
  const list = page.getByRole("region", { name: "To be added" });
  await expect(list.getByText("Not taken in")).toHaveCount(bad.length);
  for (const { name, says } of bad) {
    const draft = await openDraft(page, name.replace(/\.\w+$/, ""));
    await expect(draft.getByText(says)).toBeVisible();
    await expect(draft.getByRole("button", { name: "Add this transcript" })).toHaveCount(0);
  }
  await expectAccessible(page);

  const kept = await openDraft(page, "Kept as it was");
  await kept.getByRole("button", { name: "Add this transcript" }).click();
  await expect(page.getByText("1 transcript was added.").first()).toBeVisible();
  await page.getByRole("button", { name: "Take old off the list" }).click();
  await expect(list.getByText("Not taken in")).toHaveCount(bad.length - 1);
  await page.getByRole("link", { name: "See all transcripts" }).click();
  await expect(page.getByRole("rowheader")).toHaveText(["Kept as it was"]);
});

test("works on a narrow screen, in Japanese too", async ({ page, context, baseURL }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openStudy(page, { title: "Narrow" }, "/transcripts/new");
  await page.getByRole("tab", { name: "Paste text" }).click();
  await page.getByLabel("The words of the interview").fill(PASTED);
  await page.getByRole("button", { name: "Look at it" }).click();
  await expect(page.getByRole("heading", { name: "How it will be" })).toBeVisible();
  await expectNoSidewaysScroll();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Add this transcript" }).click();
  await expect(page.getByText("1 transcript was added.").first()).toBeVisible();

  await context.addCookies([{ name: "locale", value: "ja", url: baseURL }]);
  await page.goto(studyAddress(page, "/transcripts"));
  await expect(page.getByRole("heading", { name: "逐語録" })).toBeVisible();
  await expectNoSidewaysScroll();
  await expectAccessible(page);

  async function expectNoSidewaysScroll() {
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  }
});
