import type { Page } from "@playwright/test";
import { expectAccessible } from "@/tests/support/e2e/accessible";
import { expect, test } from "@/tests/support/e2e/base";
import {
  addInterviewee,
  allSaved,
  bringIn,
  code,
  findInText,
  openDraft,
  openStudy,
  paragraph,
  readerText,
  selectWords,
  studyAddress,
} from "@/tests/support/e2e/study";

const ENGLISH = `Interviewer: When did the harbour change? 🌊
Participant: When the ferry stopped.
Participant: Nobody came back after that.
Interviewer: And now?
Participant: Now we listen.`;
const JAPANESE = `聞き手：港はいつ変わりましたか？
協力者：渡し船が止まったときです。それから誰も戻りませんでした。
聞き手：今は？
協力者：今は、聞いています。`;

const file = (name: string, words: string) => ({ name, mimeType: "text/plain", buffer: Buffer.from(words) });

/** A study of one's own with a question, and one talk in two languages that are not a pair yet. */
async function twoLanguages(page: Page, title: string): Promise<void> {
  await openStudy(page, { title }, "/guide");
  await page.getByRole("button", { name: "Add cluster" }).click();
  await page.getByRole("textbox", { name: "Key" }).fill("i");
  await page.getByRole("textbox", { name: "Title" }).fill("The harbour");
  await page.getByRole("button", { name: "Add cluster" }).click();
  await expect(page.getByRole("heading", { name: /The harbour/ })).toBeVisible();
  for (const words of ["When did the harbour change?", "What do you fear?"]) {
    await page.getByRole("button", { name: /^Add question/ }).click();
    await page.getByRole("textbox", { name: "Question" }).fill(words);
    await page.getByRole("button", { name: "Add question", exact: true }).last().click();
    await expect(page.getByText(words)).toBeVisible();
  }
  await page.goto(studyAddress(page, "/transcripts/new"));
  await bringIn(page, [file("english.txt", ENGLISH), file("japanese.txt", JAPANESE)]);
  await openDraft(page, "english");
  await page.getByRole("button", { name: "Add 2 transcripts" }).click();
  await expect(page.getByText("2 transcripts were added.").first()).toBeVisible();
}

async function openTranscript(page: Page, title: string): Promise<void> {
  await page.goto(studyAddress(page, "/transcripts"));
  await page.getByRole("link", { name: title, exact: true }).first().click();
  await expect(readerText(page)).toBeVisible();
}

const cell = (page: Page, name: RegExp) => page.getByRole("gridcell", { name });
const saved = (page: Page) => expect(page.getByText("All changes saved")).toBeVisible();

test("two transcripts become a pair, whose turns are joined, split, shifted and undone by key and by pointer", async ({
  page,
}) => {
  test.slow();
  await twoLanguages(page, "Pairs 対訳");
  await openTranscript(page, "english");
  await page.goto(`${page.url().replace(/\?.*$/, "")}/pair`);
  await expect(page.getByRole("heading", { name: "No other language yet" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("combobox", { name: "The same talk in another language" }).click();
  await page.getByRole("option", { name: /^japanese/ }).click();
  await page.getByRole("button", { name: "Put them together" }).click();

  // The translator joined two turns of one speaker: all have their counterpart.
  await expect(page.getByText("Every turn has its counterpart.")).toBeVisible();
  await expect(
    cell(page, /^English, row 2: Participant When the ferry stopped. Participant Nobody/),
  ).toBeVisible();
  await expectAccessible(page);

  await cell(page, /^English, row 2/).click();
  await page.getByRole("toolbar").getByRole("button", { name: "Split" }).click();
  await expect(page.getByText("1 turn has no counterpart.")).toBeVisible();
  await expect(cell(page, /^日本語, row 3: .*No counterpart/)).toBeVisible();
  await saved(page);

  // From the keyboard alone: to the turn without counterpart, joined again; one language moved, and moved back.
  await cell(page, /^English, row 2/).focus();
  await page.keyboard.press("n");
  await expect(cell(page, /^English, row 3/)).toBeFocused();
  await page.keyboard.press("j");
  await expect(page.getByText("Every turn has its counterpart.")).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowRight");
  await expect(cell(page, /^日本語, row 3/)).toBeFocused();
  await page.keyboard.press("Shift+ArrowDown");
  await expect(page.getByText("2 turns have no counterpart.")).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(page.getByText("Every turn has its counterpart.")).toBeVisible();
  await page.keyboard.press("Shift+ArrowDown");
  await saved(page);

  await page.reload();
  await expect(page.getByText("2 turns have no counterpart.")).toBeVisible();
  await page.getByRole("button", { name: "Align anew" }).click();
  await expect(page.getByText("Every turn has its counterpart.")).toBeVisible();
  await saved(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectAccessible(page);
  await page.setViewportSize({ width: 1440, height: 900 });

  await page.getByRole("button", { name: "Take the pair apart" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Take apart" }).click();
  await expect(page.getByRole("heading", { name: "No other language yet" })).toBeVisible();
});

test.describe("with a lost request", () => {
  test.use({ expectedErrors: /net::ERR_FAILED/ });

  test("a change that does not reach the server is kept and sent again; somebody else's is told", async ({
    page,
    context,
  }) => {
    test.slow();
    await twoLanguages(page, "Pairs, two people");
    await openTranscript(page, "english");
    const address = `${page.url().replace(/\?.*$/, "")}/pair`;
    await page.goto(address);
    await page.getByRole("combobox", { name: "The same talk in another language" }).click();
    await page.getByRole("option", { name: /^japanese/ }).click();
    await page.getByRole("button", { name: "Put them together" }).click();
    await expect(page.getByText("Every turn has its counterpart.")).toBeVisible();
    const other = await context.newPage();
    // A browser that is busy: what is not saved is kept before the page is left, or not at all.
    await other.addInitScript(() => {
      window.requestIdleCallback = () => 0;
    });
    await other.goto(address);
    await expect(other.getByText("Every turn has its counterpart.")).toBeVisible();

    await context.route("**/pair", (route) =>
      route.request().method() === "POST" ? route.abort() : route.continue(),
    );
    await cell(page, /^English, row 2/).click();
    await page.getByRole("button", { name: "Split" }).click();
    await expect(page.getByText("Not saved yet: the server cannot be reached.")).toBeVisible();
    await expectAccessible(page);
    await context.unroute("**/pair");
    await page.getByRole("button", { name: "Try again" }).click();
    await saved(page);

    await cell(other, /^English, row 4/).click();
    await other.getByRole("button", { name: "Split" }).click();
    await expect(other.getByText("Somebody else changed this pair meanwhile.")).toBeVisible();
    await other.getByRole("button", { name: "Fetch it as it is now" }).click();
    // One's own change is laid over theirs, and saved: theirs left one turn alone, one's own two.
    await expect(other.getByText(/^Your unsaved changes of .* are here$/)).toBeVisible();
    await expect(other.getByText("3 turns have no counterpart.")).toBeVisible();
    await saved(other);
  });
});

/** A talk long enough to be scrolled, of one interviewee, in two files. */
async function longTalk(page: Page, title: string): Promise<void> {
  await openStudy(page, { title }, "/transcripts/new");
  const rounds = Array.from({ length: 40 }, (_, index) => index + 1);
  const english = rounds.map(
    (n) => `Interviewer: Year ${n}?\nParticipant: ${"We sailed out. ".repeat(1 + (n % 9))}\n`,
  );
  const japanese = rounds.map(
    (n) => `聞き手：${n}年は？\n協力者：${"船を出しました。".repeat(1 + (n % 9))}\n`,
  );
  await bringIn(page, [
    file("talk english.txt", `${ENGLISH}\n${english.join("")}`),
    file("talk japanese.txt", `${JAPANESE}\n${japanese.join("")}`),
  ]);
  await openDraft(page, "talk english");
  await addInterviewee(page, "Fishery", "Skipper");
  await page.getByRole("combobox", { name: "The same talk in another language" }).click();
  await page.getByRole("option", { name: "talk japanese (probably)" }).click();
  await page.getByRole("button", { name: "Add 2 transcripts" }).click();
  await expect(page.getByText("2 transcripts were added.").first()).toBeVisible();
}

test("a pair is read side by side, and coding one side shows on the other", async ({ page }) => {
  test.slow();
  await longTalk(page, "Side by side");
  await openTranscript(page, "talk english");
  await page.getByRole("button", { name: "Side by side" }).click();
  const beside = page.getByRole("region", { name: "The same talk: 日本語" });
  await expect(beside.getByText("渡し船が止まったときです。")).toBeVisible();
  // Whichever is scrolled, the other comes along to the same turn.
  await findInText(page, "Year 20?");
  await expect(beside.getByText("20年は？", { exact: true })).toBeInViewport();
  await beside.hover();
  await expect(async () => {
    await page.mouse.wheel(0, 5000);
    await expect(beside.getByText("40年は？", { exact: true })).toBeInViewport({ timeout: 1000 });
  }).toPass();
  await expect(paragraph(page, "Year 40?")).toBeInViewport();
  await beside.press("Home");
  await expect(beside.getByText("渡し船が止まったときです。")).toBeInViewport();
  await expect(paragraph(page, "When the ferry stopped.")).toBeInViewport();
  await selectWords(page, paragraph(page, "When the ferry stopped."), "the ferry stopped");
  await page.keyboard.press("Enter");
  await page.getByRole("combobox", { name: "Find a code" }).fill("Ferry");
  await page.getByRole("button", { name: "Make “Ferry”" }).click();
  await allSaved(page);
  await expect(beside.getByRole("list", { name: /^Coded in the other language \(English\)/ })).toContainText(
    "Ferry",
  );
  await expectAccessible(page);

  await page.getByRole("button", { name: "Side by side" }).click();
  await expect(beside).toHaveCount(0);
  await page.getByRole("navigation", { name: "Language of the transcript" }).getByRole("link").click();
  await expect(paragraph(page, "渡し船")).toBeVisible();
  await page.getByRole("button", { name: "Side by side" }).click();
  const hollow = page
    .getByRole("document")
    .getByRole("list", { name: /^Coded in the other language \(English\)/ });
  await expect(hollow).toContainText("Ferry");

  // The same turn coded on both sides is one segment of one interviewee.
  await page.getByRole("button", { name: "Side by side" }).click();
  await code(page, paragraph(page, "渡し船"), "渡し船が止まった", "Ferry");
  await page.goto(studyAddress(page, "/compare"));
  await expect(
    page.getByRole("button", { name: /^Ferry, Fishery: 1 of 1.* 1 segment\D.* no\. 1$/ }),
  ).toBeVisible();
});

test("turns are tied to questions by hand, and each question says how it ends", async ({ page }) => {
  test.slow();
  await twoLanguages(page, "Passages by hand");
  await openTranscript(page, "english");
  const panel = page.getByRole("region", { name: "Questions" });
  await panel.getByRole("button", { name: "Questions" }).click();
  await expect(panel.getByText("1 answered · 0 asked, no answer · 1 not asked")).toBeVisible();
  await expectAccessible(page);

  await selectWords(page, paragraph(page, "And now?"), "And now?");
  await panel.getByRole("button", { name: "Change question i.2" }).click();
  await page.getByRole("menuitem", { name: "Tie the place at hand to it: asked, no answer" }).click();
  await expect(panel.getByText("1 answered · 1 asked, no answer · 0 not asked")).toBeVisible();
  await expect(page.getByText("i.2 What do you fear? · asked, no answer")).toBeVisible();

  await panel.getByRole("button", { name: "Change question i.2" }).click();
  await page.getByRole("menuitem", { name: "It is answered here" }).click();
  await expect(panel.getByText("2 answered · 0 asked, no answer · 0 not asked")).toBeVisible();
  await page.reload();
  await expect(page.getByText("i.2 What do you fear? · answered")).toBeVisible();

  await panel.getByRole("button", { name: "Questions" }).click();
  await panel.getByRole("button", { name: "Change question i.2" }).click();
  await page.getByRole("menuitem", { name: "Take away from here" }).click();
  await expect(panel.getByText("1 answered · 0 asked, no answer · 1 not asked")).toBeVisible();
  await expect(page.getByText("i.2 What do you fear? · answered")).toHaveCount(0);
  await findInText(page, "Now we listen.");
});
