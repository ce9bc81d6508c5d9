import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expectAccessible } from "@/tests/support/e2e/accessible";
import { expect, test } from "@/tests/support/e2e/base";
import { bringIn, openDraft, openStudy, studyAddress } from "@/tests/support/e2e/study";

const text = (name: string, words: string) => ({ name, mimeType: "text/plain", buffer: Buffer.from(words) });
const fixture = (name: string) => path.join(import.meta.dirname, "../fixtures/transcripts", name);

test.describe("on a connection that breaks", () => {
  test.use({ expectedErrors: /net::ERR_CONNECTION_RESET/ });

  test("a file whose sending broke off is sent again by itself, and is there once", async ({ page }) => {
    await openStudy(page, { title: "Once" }, "/transcripts/new");
    // The first sending meets a connection that is cut, the second one that is there again. It goes by
    // without being held up here, since a browser gives no bytes of a file to who stands in between.
    let sendings = 0;
    page.on("request", (request) => {
      if (/\/api\/imports\/[^/]+\/uploads\/[^/]+\?/.test(request.url())) sendings += 1;
    });
    await page.route("**/api/imports/*/uploads/*?*", (route) => route.abort("connectionreset"), { times: 1 });
    await bringIn(page, fixture("podcast.md"));
    const draft = await openDraft(page, "podcast");
    await draft.getByLabel("Title").fill("Once only");
    expect(sendings).toBe(2);
    await page.getByRole("button", { name: "Add this transcript" }).click();
    await expect(page.getByText("1 transcript was added.").first()).toBeVisible();
    await page.getByRole("link", { name: "See all transcripts" }).click();
    await expect(page.getByRole("rowheader")).toHaveText(["Once only"]);
  });
});

test("a folder of twelve files goes on while nobody watches, one bad file among them", async ({
  page,
  context,
}) => {
  test.slow();
  const folder = await mkdtemp(path.join(tmpdir(), "kikitori-folder-"));
  for (let number = 1; number <= 11; number += 1)
    await writeFile(
      path.join(folder, `${number} interview.txt`),
      `聞き手：${number}番の港はどうですか？\n協力者：船が${number}そう出ます。🌊\n聞き手：なぜですか？\n協力者：海がしずかだからです。\n`,
    );
  await writeFile(path.join(folder, "12 broken.docx"), Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 6, 0]));
  await writeFile(path.join(folder, ".DS_Store"), "left by a system");

  await openStudy(page, { title: "Twelve" }, "/transcripts/new");
  const study = new URL(studyAddress(page), page.url()).href;
  await page.locator("input[webkitdirectory]").setInputFiles(folder);
  await page.waitForURL(/\/imports\//);
  const batch = page.url();
  const list = page.getByRole("region", { name: "To be added" });
  await expect(list.getByRole("listitem")).toHaveCount(12);
  await expect(list.getByText(/^(?:Waiting to be sent|Sending…)$/)).toHaveCount(0);
  await page.close();

  const later = await context.newPage();
  await later.goto(`${study}/transcripts`);
  await later.getByRole("link", { name: /^12 files of/ }).click();
  await expect(later).toHaveURL(batch);
  const again = later.getByRole("region", { name: "To be added" });
  await expect(again.getByText("Ready")).toHaveCount(11);
  await expect(again.getByText("Not taken in")).toHaveCount(1);
  const broken = await openDraft(later, "12 broken");
  await expect(broken.getByText(/damaged or was cut off/)).toBeVisible();
  await expectAccessible(later);

  // What one file needed, the others can have too.
  const first = await openDraft(later, "1 interview");
  await first.getByRole("combobox", { name: "Role of 協力者" }).click();
  await later.getByRole("option", { name: "Other" }).click();
  await first.getByRole("button", { name: "Use these choices for all files" }).click();
  await expect(later.getByText(/^Files that you have not changed/)).toBeVisible();
  const third = await openDraft(later, "3 interview");
  await expect(third.getByRole("combobox", { name: "Role of 協力者" })).toContainText("Other");
  await later.getByRole("button", { name: "Add 11 transcripts" }).click();
  await expect(again.getByText(/^(?:Waiting|Adding…|Added)$/).first()).toBeVisible();
  await later.close();

  const last = await context.newPage();
  await last.goto(batch);
  const ended = last.getByRole("region", { name: "To be added" });
  await expect(ended.getByText("Added", { exact: true })).toHaveCount(11, { timeout: 30_000 });
  await last.getByRole("button", { name: "Take 12 broken off the list" }).click();
  await expect(ended.getByText("Not taken in")).toHaveCount(0);
  await last.getByRole("link", { name: "See all transcripts" }).click();
  await expect(last.getByRole("rowheader")).toHaveCount(11);
  const [download] = await Promise.all([
    last.waitForEvent("download"),
    last.getByRole("link", { name: "Original file: 7 interview.txt" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("7 interview.txt");
  expect(await readFile(await download.path(), "utf8")).toBe(
    await readFile(path.join(folder, "7 interview.txt"), "utf8"),
  );
  await rm(folder, { recursive: true });
});

/** Two languages, turn by turn. */
const BOTH = `聞き手：安全とは何だと思いますか？
Interviewer: What do you think safety is?
協力者：静かな海です。🌊
Participant: A quiet sea. 🌊
`;
/** A title before anybody speaks, one person under two names, and a label that is nobody's. */
const MESSY = `Interview at the harbour office

Interviewer 1: What did you see?
Mara: It rained.
Box plot: it went up.
Interviewer1 : And then?
Mara Kent: We drew one.
Box plot: it went down.
Interviewer 1: Why?
Mara Kent: The tide.
Mara: Yes.
`;

test("what a file is taken for is put right before anything is stored: whose, by whom, with which other", async ({
  page,
}) => {
  test.slow();
  await openStudy(page, { title: "Put right" }, "/people");
  await page.getByRole("button", { name: "From a table" }).click();
  await page
    .getByRole("dialog")
    .locator("input[type=file]")
    .setInputFiles(
      text("people.csv", "No,Sector,Position,File\n1,Fishery,Skipper,messy.txt\n2,Council,Clerk,\n"),
    );
  await page.getByRole("button", { name: "Store 2 people" }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);

  await page.goto(studyAddress(page, "/transcripts/new"));
  await bringIn(page, [
    text("messy.txt", MESSY),
    text("both.txt", BOTH),
    text(
      "2 en.txt",
      "Interviewer: What is a harbour?\nAnna: A quiet place.\nInterviewer: Why?\nAnna: It is calm.\n",
    ),
    text(
      "2 ja.txt",
      "聞き手：港とは何ですか？\n杏奈：静かな所です。\n聞き手：なぜですか？\n杏奈：穏やかだからです。\n",
    ),
    text("not this one.txt", "Q: a?\nA: b.\nQ: c?\nA: d.\n"),
  ]);
  const list = page.getByRole("region", { name: "To be added" });

  // The table's file, and a number in a name: both people had no interview yet.
  const interview = page.getByRole("combobox", { name: "Interview", exact: true });
  const messy = await openDraft(page, "messy");
  await expect(interview).toContainText("No. 1 (Fishery), a new interview");
  await messy.getByRole("button", { name: /^What stands before the first speaker/ }).click();
  const preview = messy.getByRole("region", { name: "The text as it will be" });
  const found = preview.locator("[aria-current=location]");
  await expect(found).toContainText("Interview at the harbour office");
  await expect(found).toBeInViewport();
  await messy.getByRole("button", { name: "Box plot is not a speaker" }).click();
  await expect(messy.getByRole("rowheader", { name: "Box plot" })).toHaveCount(0);
  await messy.getByRole("combobox", { name: "Mara Kent is the same person as" }).click();
  await page.getByRole("option", { name: "Mara", exact: true }).click();
  await expect(messy.getByRole("row", { name: /^Mara also written Mara Kent/ })).toBeVisible();
  await expect(messy.getByRole("combobox", { name: /^Role of/ })).toHaveCount(2);

  const both = await openDraft(page, "both");
  await expect(list.getByRole("button", { name: /^both Needs a look/ })).toBeVisible();
  await both.getByRole("checkbox", { name: /in two languages: Japanese and English/ }).check();
  // Each of the two is seen as it will be.
  const shown = both.getByRole("region", { name: "The text as it will be" });
  await expect(shown).toContainText("静かな海です。🌊");
  await expect(shown).not.toContainText("A quiet sea. 🌊");
  await both.getByRole("radio", { name: "English" }).click();
  await expect(shown).toContainText("A quiet sea. 🌊");
  await expect(shown).not.toContainText("静かな海です。🌊");

  const other = page.getByRole("combobox", { name: "The same talk in another language" });
  await openDraft(page, "2 en");
  await expect(interview).toContainText("No. 2 (Council), a new interview");
  await other.click();
  await page.getByRole("option", { name: "2 ja (probably)" }).click();
  await openDraft(page, "2 ja");
  await expect(other).toContainText("2 en");
  await expectAccessible(page);

  await page.getByRole("button", { name: "Take not this one off the list" }).click();
  await page.getByRole("button", { name: "Add 3 transcripts" }).click();
  await expect(list.getByText("Added", { exact: true })).toHaveCount(3);
  const left = await openDraft(page, "both");
  await left.getByRole("button", { name: "Add this transcript" }).click();
  await expect(list.getByText("Added", { exact: true })).toHaveCount(4);
  await bringIn(page, text("nor this.txt", MESSY));
  await openDraft(page, "nor this");
  await page.getByRole("button", { name: "Cancel the rest" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Cancel the rest" }).click();
  await expect(page.getByText("This batch was cancelled.")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "See all transcripts" }).click();
  await expect(page.getByRole("row", { name: /messy/ })).toContainText("Fishery");
  await expect(page.getByRole("row", { name: /2 (?:en|ja).*Pair/ })).toHaveCount(2);
  await expect(page.getByRole("row", { name: /both.*Pair/ })).toHaveCount(2);
});

test("questions are recognised, and corrected before anything is stored", async ({ page }) => {
  test.slow();
  await openStudy(page, { title: "Questions" }, "/transcripts/new");
  await bringIn(page, {
    name: "talk.txt",
    mimeType: "text/plain",
    buffer: Buffer.from(
      "Interviewer: What does safety mean to you?\nAnna: A quiet harbour.\nInterviewer: Who keeps it?\nAnna: We do.\nInterviewer: And now?\nAnna: Now we wait.\n",
    ),
  });
  const draft = await openDraft(page, "talk");
  await page.getByRole("button", { name: "Look for the questions" }).click();
  await page.getByRole("button", { name: /^Make a guide of \d questions/ }).click();
  await expect(draft.getByText(/^3 questions of the guide were found, 3 answered/)).toBeVisible();
  const bars = draft.getByRole("combobox", { name: "Question that begins here" });
  await expect(bars).toHaveCount(3);
  await draft.getByRole("button", { name: "No question begins here: take 3 away" }).click();
  await expect(bars).toHaveCount(2);
  await draft
    .getByRole("radiogroup", { name: "Whether 2 was answered" })
    .getByRole("radio", { name: "Asked without an answer" })
    .click();
  await expect(draft.getByText(/^2 questions of the guide were found, 1 answered/)).toBeVisible();
  await draft.getByRole("button", { name: "Tie to a question" }).click();
  await bars.last().click();
  await page.getByRole("option", { name: /^1\s/ }).click();
  await expect(bars).toHaveCount(3);
  await expectAccessible(page);
  // What was chosen is kept, whoever opens the page again.
  await page.reload();
  const again = await openDraft(page, "talk");
  await expect(again.getByText(/^2 questions of the guide were found, 1 answered/)).toBeVisible();
  await again.getByRole("button", { name: "Add this transcript" }).click();
  await expect(page.getByText("1 transcript was added.").first()).toBeVisible();
  await page.goto(studyAddress(page, "/transcripts"));
  await expect(page.getByRole("row", { name: /talk/ })).toContainText("1 of 3");
});
