import type { Page } from "@playwright/test";
import { expectAccessible } from "@/tests/support/e2e/accessible";
import { expect, test } from "@/tests/support/e2e/base";
import type { WantedStudy } from "@/tests/support/e2e/made";
import { openSample, openStudy, studyAddress } from "@/tests/support/e2e/study";

/** A study of one's own in which both speak of fear, and who asks of security. */
const FEARS: WantedStudy = {
  title: "Fears",
  codes: [
    { name: "Freedom from fear", shortcut: "1" },
    { name: "Added value", shortcut: "a" },
  ],
  talks: [
    {
      title: "Twelve times",
      words: Array.from(
        { length: 6 },
        (_, at) => `Q: What do you fear for your security in year ${at + 1}?\nMori: We fear the sea.\n`,
      ).join(""),
    },
  ],
};

const field = (page: Page) => page.getByRole("searchbox", { name: "Words to search for" });
const places = (page: Page) => page.getByRole("list", { name: "Places found" });

async function searchFor(page: Page, words: string): Promise<void> {
  await field(page).fill(words);
  // A popover that closes gives the focus back to its button meanwhile.
  await field(page).press("Enter");
  await expect(page).toHaveURL(/[?&]q=/);
}

test("words are found in their context, with who said them, and lead to their place in the transcript", async ({
  page,
}) => {
  await openSample(page, "First coder", "/search");
  await expectAccessible(page);
  await expect(page.getByRole("heading").first()).toHaveText("Search");
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
  await page.keyboard.press("/");
  await expect(field(page)).toBeFocused();
  await searchFor(page, "human security");
  await expect(places(page).getByRole("link").first()).toHaveText(/human security/i);
  await expect(page.getByText(/\d+ of 10 interviewees/)).toBeVisible();
  await page.getByText("Who said it").click();
  await expect(page.getByText(/^Interviewee 2: \d+ place/)).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("button", { name: "How to write a search" }).click();
  await expect(page.getByText("any letters of a word")).toBeVisible();
  await page.keyboard.press("Escape");
  await searchFor(page, "/(/");
  await expect(page.getByText("This is no regular expression", { exact: false })).toBeVisible();
  await expectAccessible(page);

  await searchFor(page, "人間の安全保障");
  await expect(places(page).getByRole("link").first()).toHaveText("人間の安全保障");
  await page.getByRole("combobox", { name: "Whose words" }).click();
  await page.getByRole("option", { name: "Interviewers" }).click();
  await expect(page).toHaveURL(/speakers=interviewer/);
  await expect(
    places(page)
      .getByText(/^(Interviewer|聞き手)/)
      .first(),
  ).toBeVisible();

  await places(page).getByRole("link").first().click();
  await page.waitForURL(/\/transcripts\/.*find=/);
  await expect(page.getByRole("search").getByRole("status")).toHaveText(/^\d+ of \d+$/);
  await page.getByRole("link", { name: "Search all transcripts for this" }).click();
  await expect(field(page)).toHaveValue("人間の安全保障");
});

test("places are chosen by key, coded to their sentences at once, and taken back at once", async ({
  page,
}) => {
  await openStudy(page, FEARS, "/search");
  await searchFor(page, "secur*");
  const first = places(page)
    .getByRole("checkbox", { name: /^Choose: / })
    .first();
  await first.focus();
  await page.keyboard.press("Space");
  for (let step = 0; step < 3; step += 1) await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Shift+Space");
  await expect(page.getByText("4 chosen")).toBeVisible();

  await page.getByRole("button", { name: "Code …" }).click();
  const dialog = page.getByRole("dialog", { name: "Code 4 places" });
  await dialog.getByRole("combobox", { name: "Code" }).fill("added");
  await page.keyboard.press("Enter");
  await dialog.getByRole("radio", { name: "to its sentence" }).check();
  // The first places are questions: they are coded only if that is wished.
  await expect(dialog.getByRole("button", { name: "Code", exact: true })).toBeDisabled();
  await dialog.getByRole("checkbox", { name: /^Leave out what interviewers say/ }).uncheck();
  const submit = dialog.getByRole("button", { name: /^Code (one|\d) passage/ });
  await expect(submit).toBeEnabled();
  await expectAccessible(page);
  await submit.click();
  await expect(dialog).toHaveCount(0);
  // What a notice says is said to those who listen as well.
  await expect(page.getByText(/passages? coded with .*Added value\./).first()).toBeVisible();

  const undo = page.getByRole("button", { name: "Undo" });
  await undo.click();
  await expect(page.getByText(/codings? (was|were) taken back\./).first()).toBeVisible();
});

test("all that is found is chosen at once, and a search is saved, opened, renamed, deleted and put back", async ({
  page,
}) => {
  await openStudy(page, FEARS, "/search");
  await searchFor(page, "fear OR 恐怖");
  await page.getByRole("checkbox", { name: /^Choose all \d+/ }).click();
  await expect(page.getByText(/^\d{2,} chosen$/)).toBeVisible();

  await page.getByRole("button", { name: "Code …" }).click();
  const dialog = page.getByRole("dialog", { name: /^Code \d+ places$/ });
  await dialog.getByRole("combobox", { name: "Code" }).fill("Freedom from feer");
  await expect(dialog.getByText("Much like it already:").last()).toBeVisible();
  await expect(dialog.getByRole("button", { name: /^Make “Freedom from feer”/ })).toBeEnabled();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Cancel" }).click();

  await page.getByRole("button", { name: "Save this search" }).click();
  const asks = page.getByRole("dialog", { name: "Save this search" });
  await asks.getByRole("textbox", { name: "Name" }).fill("Fears");
  await expectAccessible(page);
  await asks.getByRole("button", { name: "Save" }).click();
  const saved = page.getByRole("region", { name: "Saved searches" });
  await expect(saved.getByRole("button", { name: /^Fears/ })).toBeVisible();

  await page.goto(studyAddress(page, "/search"));
  await saved.getByRole("button", { name: /^Fears/ }).click();
  await expect(field(page)).toHaveValue("fear OR 恐怖");
  await saved.getByRole("button", { name: "Rename “Fears”" }).click();
  await page.getByRole("textbox", { name: "Name" }).fill("恐怖");
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await saved.getByRole("button", { name: "Delete “恐怖”" }).click();
  await expect(saved.getByRole("button", { name: /^恐怖/ })).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(saved.getByRole("button", { name: /^恐怖/ })).toBeVisible();
});

test("a viewer has no search", async ({ page }) => {
  await openSample(page, "Sample viewer");
  await expect(page.getByRole("link", { name: "Excerpts", exact: true }).first()).toBeVisible();
  await expect(page.getByRole("link", { name: "Search", exact: true })).toHaveCount(0);
});
