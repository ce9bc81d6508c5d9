import { readFileSync } from "node:fs";
import path from "node:path";
import type { Locator, Page } from "@playwright/test";
import { expect, test } from "@/tests/support/e2e/base";
import {
  addInterviewee,
  bringIn,
  code,
  downloadedRows,
  findInText,
  openDraft,
  openStudy,
  paragraph,
  studyAddress,
} from "@/tests/support/e2e/study";

// Files that other tools and people made; they are no part of the project. The numbers were counted
// from the files with grep, awk and iconv, not with the code under test.
const folder = process.env.REAL_SAMPLES ?? "";
test.skip(folder === "", "REAL_SAMPLES names no folder");

const sample = (name: string) => path.join(folder, name);

/** A row of the table of speakers: who, how many turns, how many characters. */
const speaker = (draft: Locator, name: string, turns: string, characters: string) =>
  expect(draft.getByRole("row", { name: new RegExp(`^${name} ${turns} ${characters} `) })).toBeVisible();

async function openTranscript(page: Page, title: string): Promise<void> {
  await page.goto(studyAddress(page, "/transcripts"));
  await page.getByRole("link", { name: title, exact: true }).click();
  await expect(page.locator("[data-text-start='0']")).toBeVisible();
}

test("four respondents to one guide become a study of two sectors, coded, compared and exported", async ({
  page,
}) => {
  test.slow();
  const respondents = [
    {
      name: "alixfachin",
      sector: "Companies",
      asked: "1,122",
      answered: "2,185",
      turns: "12",
      questions: "11",
    },
    {
      name: "kaizumaki",
      sector: "Communities",
      asked: "1,173",
      answered: "437",
      turns: "12",
      questions: "12",
    },
    { name: "shirakawa", sector: "Communities", asked: "789", answered: "376", turns: "7", questions: "7" },
    { name: "otkzh", sector: "Communities", asked: "1,249", answered: "394", turns: "13", questions: "13" },
  ];
  await openStudy(page, { title: "Civic technology by letter" }, "/transcripts/new");
  await bringIn(
    page,
    respondents.map(({ name }) => sample(`japanese/${name}.txt`)),
  );
  const list = page.getByRole("region", { name: "To be added" });
  await expect(list.getByText("Ready")).toHaveCount(respondents.length);
  await page.getByRole("button", { name: "Look for the questions" }).click();
  await page.getByRole("button", { name: "Make a guide of 15 questions" }).click();
  for (const { name, sector, asked, answered, turns, questions } of respondents) {
    const draft = await openDraft(page, name);
    await speaker(draft, "聞き手", turns, asked);
    await speaker(draft, name, turns, answered);
    await expect(draft.getByRole("combobox", { name: "Role of 聞き手" })).toContainText("Interviewer");
    await expect(draft.getByRole("combobox", { name: `Role of ${name}` })).toContainText("Interviewee");
    await expect(draft.getByText(`${questions} questions of the guide were found`)).toBeVisible();
    await addInterviewee(page, sector, `Civic hacker ${name}`);
  }
  await page.getByRole("button", { name: "Add 4 transcripts" }).click();
  await expect(page.getByText("4 transcripts were added.").first()).toBeVisible();

  await page.goto(studyAddress(page, "/transcripts"));
  for (const { name, sector, questions } of respondents) {
    const row = page.getByRole("row", { name: new RegExp(`${name} .*${sector}`) });
    await expect(row).toContainText(`${questions} of 15`);
  }
  await page.goto(studyAddress(page, "/guide"));
  await expect(page.getByRole("main").getByRole("listitem")).toHaveCount(15);

  const coded = [
    { name: "alixfachin", words: "I really liked the community and the spirit", as: "Way in", number: "1" },
    { name: "kaizumaki", words: "地域の野良猫問題に憂慮していた", as: "Way in", number: "2" },
    { name: "otkzh", words: "もともと街歩きやWeb地図は好きだった", as: "Way in", number: "4" },
    { name: "otkzh", words: "世話人", as: "Role", number: "4" },
  ];
  for (const { name, words, as } of coded) {
    await openTranscript(page, name);
    await findInText(page, words);
    await code(page, paragraph(page, words), words, as);
  }

  await page.goto(studyAddress(page, "/compare"));
  const cell = (name: RegExp) => page.getByRole("button", { name });
  await expect(cell(/^Way in, Companies: 1 of 1.* 1 segment.* 8 words.* no\. 1$/)).toBeVisible();
  await expect(cell(/^Way in, Communities: 2 of 3.* 2 segments.* 34 characters.* nos\. 2, 4$/)).toBeVisible();
  await expect(cell(/^Way in, All: 3 of 4.* 3 segments/)).toBeVisible();
  await expect(cell(/^Role, Communities: 1 of 3.* 1 segment.* 3 characters.* no\. 4$/)).toBeVisible();
  // The question of roles was not among the eleven that this respondent got.
  await expect(cell(/^Role, Companies: not asked/)).toBeVisible();
  await expect(cell(/^Role, All: 1 of 4/)).toBeVisible();

  await page.goto(studyAddress(page, "/excerpts"));
  const rows = await downloadedRows(page);
  expect(
    rows.map((row) => [row["interviewee number"], row.sector, row.transcript, row.quote, row["code path"]]),
  ).toEqual(
    coded.map(({ name, words, as, number }) => [
      number,
      respondents.find((each) => each.name === name)?.sector,
      name,
      words,
      as,
    ]),
  );
  for (const { transcript, start, end, quote, question } of rows) {
    const text = readFileSync(sample(`japanese/${transcript}.txt`), "utf8").replace(/^\ufeff/, "");
    expect(text.replaceAll("\r\n", "\n").slice(Number(start), Number(end))).toBe(quote);
    expect(question).not.toBe("");
  }
});

test("a meeting of ten thousand words is brought in, read and coded", async ({ page }) => {
  test.slow();
  await openStudy(page, { title: "A long meeting" }, "/transcripts/new");
  await bringIn(page, sample("vtt/zoom.vtt"));
  const draft = await openDraft(page, "zoom");
  await expect(draft.getByText("30 turns, ")).toBeVisible();
  await speaker(draft, "Andrew Knight", "12", "4,594");
  await speaker(draft, "Paul McCartney", "10", "30,638");
  await speaker(draft, "George Harrison", "2", "57");
  await speaker(draft, "Ringo Starr", "1", "22");
  await speaker(draft, "John Lennon", "5", "261");
  await draft.getByRole("combobox", { name: "Role of Paul McCartney" }).click();
  await page.getByRole("option", { name: "Interviewee" }).click();
  await addInterviewee(page, "University", "Speaker");
  await draft.getByRole("button", { name: "Add this transcript" }).click();
  await expect(page.getByText("1 transcript was added.").first()).toBeVisible();

  const last = "I actually deleted that example because I was running out of time";
  await openTranscript(page, "zoom");
  await findInText(page, last);
  await code(page, paragraph(page, last), last, "Time");
  await page.goto(studyAddress(page, "/compare"));
  await expect(
    page.getByRole("button", { name: /^Time, University: 1 of 1.* 12 words.* no\. 1$/ }),
  ).toBeVisible();
});

test("council minutes in Shift_JIS and in Word are brought in, read and coded", async ({ page }) => {
  test.slow();
  await openStudy(page, { title: "審議会の議事録" }, "/transcripts/new");
  await bringIn(page, [sample("japanese/env113_diet_style_cp932_crlf.txt"), sample("japanese/env113.docx")]);
  for (const title of ["env113 diet style cp932 crlf", "env113"]) {
    await page
      .getByRole("region", { name: "To be added" })
      .getByRole("button", { name: new RegExp(`^${title} ?Ready`) })
      .click();
    const draft = page.getByRole("region", { name: title, exact: true });
    await expect(draft.getByText("85 turns, 51,508 characters in all")).toBeVisible();
    await expect(draft.getByRole("combobox", { name: /^Role of/ })).toHaveCount(28);
    await speaker(draft, "高村部会長", "43", "6,967");
    await draft.getByRole("combobox", { name: "Role of 高村部会長" }).click();
    await page.getByRole("option", { name: "Interviewee" }).click();
    await addInterviewee(page, title === "env113" ? "Word" : "Shift_JIS", "Chair");
  }
  await page.getByRole("button", { name: "Add 2 transcripts" }).click();
  await expect(page.getByText("2 transcripts were added.").first()).toBeVisible();

  const last = "大変インテンシブに、先生方のお時間をいただいて議論しております";
  for (const title of ["env113 diet style cp932 crlf", "env113"]) {
    await openTranscript(page, title);
    await findInText(page, last);
    await code(page, paragraph(page, last), last, "Thanks");
  }
  await page.goto(studyAddress(page, "/compare"));
  for (const [sector, number] of [
    ["Shift_JIS", "1"],
    ["Word", "2"],
  ]) {
    const name = new RegExp(`^Thanks, ${sector}: 1 of 1.* 1 segment.* 30 characters.* no\\. ${number}$`);
    await expect(page.getByRole("button", { name })).toBeVisible();
  }
  await page.goto(studyAddress(page, "/excerpts"));
  const rows = await downloadedRows(page);
  expect(rows.map(({ quote, language }) => [quote, language])).toEqual([
    [last, "ja"],
    [last, "ja"],
  ]);
  const text = new TextDecoder("shift_jis").decode(
    readFileSync(sample("japanese/env113_diet_style_cp932_crlf.txt")),
  );
  const [{ start, end } = {}] = rows;
  expect(text.replaceAll("\r\n", "\n").slice(Number(start), Number(end))).toBe(last);
});
