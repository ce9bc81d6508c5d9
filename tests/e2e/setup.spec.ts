import type { Page } from "@playwright/test";
import { expectAccessible } from "@/tests/support/e2e/accessible";
import { expect, test } from "@/tests/support/e2e/base";
import { openSample, openStudy, signInAs, studyAddress } from "@/tests/support/e2e/study";

/** Opens a room of the study at hand. */
async function room(page: Page, name: "people" | "guide" | "codebook"): Promise<void> {
  await page.goto(studyAddress(page, `/${name}`));
}

test("people: sectors, one interviewee by hand, many from a pasted list", async ({ page }) => {
  await signInAs(page, "Sample owner");
  await page.goto("/studies/new");
  await page.getByRole("textbox", { name: "Title" }).fill("Listening 聞き取り");
  await page.getByRole("button", { name: "Make the study" }).click();
  await page.waitForURL(/\/studies\/[0-9a-f-]{36}$/);
  await room(page, "people");
  await expect(page.getByRole("heading", { name: "Nobody yet" })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("button", { name: "Add interviewee" }).click();
  await page.getByLabel("New sector", { exact: true }).fill("University");
  await page.getByLabel("Position").fill("Professor 教授");
  await page.getByRole("dialog").getByRole("textbox", { name: /^Name/ }).fill("Kept Apart");
  await expectAccessible(page);
  await page.getByRole("dialog").getByRole("button", { name: "Add interviewee" }).click();
  await expect(page.getByRole("row", { name: /Professor 教授/ })).toContainText("Kept Apart");

  await page.getByRole("button", { name: "Add many" }).click();
  await page.getByLabel("Lines").fill("2, University, Lecturer, 2026-04-30, 60\n3, 省庁, 局長\n1, NGO");
  await expect(page.getByText("2 people to add")).toBeVisible();
  await expect(page.getByText("Interviewee 1 is there already.")).toBeVisible();
  await page.getByRole("button", { name: "Add 2 people" }).click();
  await expect(page.getByText("nothing is added before")).toBeVisible();
  await page.getByLabel("Lines").fill("2, University, Lecturer, 2026-04-30, 60\n3, 省庁, 局長");
  await page.getByRole("button", { name: "Add 2 people" }).click();
  // The list is looked through in the same rows as are behind it.
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page.getByRole("row", { name: /局長/ })).toBeVisible();
  await expect(page.getByRole("row", { name: /Lecturer/ })).toContainText("60 min");

  await page.getByRole("button", { name: "Sectors" }).click();
  await page.getByRole("button", { name: "Move 省庁 up" }).click();
  await expect(page.getByRole("listitem").first().getByRole("textbox")).toHaveValue("省庁");
  await expect(page.getByRole("button", { name: "Delete University" })).toBeDisabled();
});

test("guide: clusters and questions, moved by keyboard", async ({ page }) => {
  await openStudy(page, { title: "Guide by hand" }, "/guide");
  await page.getByRole("button", { name: "Add cluster" }).click();
  await page.getByRole("textbox", { name: "Key" }).fill("i");
  await page.getByRole("textbox", { name: "Title" }).fill("What it means");
  await page.getByRole("button", { name: "Add cluster" }).click();
  await expect(page.getByRole("heading", { name: /What it means/ })).toBeVisible();

  for (const text of ["What is it to you?", "安全とは何ですか？"]) {
    await page.getByRole("button", { name: /^Add question/ }).click();
    await page.getByRole("textbox", { name: "Question" }).fill(text);
    await page.getByRole("button", { name: "Add question" }).click();
    await expect(page.getByRole("listitem").filter({ hasText: text })).toBeVisible();
  }
  const questions = page.getByRole("main").getByRole("listitem");
  await expect(questions.nth(0)).toContainText("What is it to you?");
  await page.getByRole("button", { name: "Edit i.2" }).focus();
  await page.keyboard.press("Alt+ArrowUp");
  await expect(questions.nth(0)).toContainText("安全とは何ですか？");
  await expectAccessible(page);

  await page.getByRole("button", { name: "Edit i.2" }).click();
  await page.getByRole("textbox", { name: "Key" }).fill("");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Fill this in.")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Question" })).toHaveValue("安全とは何ですか？");
});

test("codebook: a pasted list, a definition with its reason, a move by keyboard, a code out of use", async ({
  page,
}) => {
  await openStudy(page, { title: "Codebook by hand" }, "/codebook");
  await page.getByRole("button", { name: "Read in codes" }).click();
  await page.getByRole("textbox", { name: "List" }).fill("Risks\n  Storms: wind and water\n  紛争\nDignity");
  await page.getByRole("button", { name: "Store 4 codes" }).click();
  const tree = page.getByRole("tree");
  await expect(tree.getByRole("treeitem")).toHaveCount(4);

  await tree.getByRole("treeitem", { name: /^Storms/ }).click();
  await expect(page.getByText("wind and water")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Edit" }).click();
  await page.getByRole("textbox", { name: "When not to use" }).fill("Not for rain.");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Fill this in.")).toBeVisible();
  await page.getByRole("textbox", { name: "Why the meaning changes" }).fill("Coders put it on drizzle");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Not for rain.")).toBeVisible();
  await expect(page.getByText("Coders put it on drizzle")).toBeVisible();

  await tree.getByRole("treeitem", { name: /^紛争/ }).focus();
  await page.keyboard.press("Alt+ArrowUp");
  await expect(tree.getByRole("treeitem").nth(1)).toContainText("紛争");
  await page.keyboard.press("Alt+ArrowLeft");
  await page.getByRole("textbox", { name: "Why" }).fill("Of its own kind");
  await page.getByRole("dialog").getByRole("button", { name: "Move" }).click();
  await expect(tree.getByRole("treeitem", { name: /^紛争/ })).toHaveAttribute("aria-level", "1");

  await tree.getByRole("treeitem", { name: /^Dignity/ }).click();
  await page.getByRole("button", { name: "Retire" }).click();
  await page.getByRole("textbox", { name: "Why" }).fill("Never used");
  await page.getByRole("dialog").getByRole("button", { name: "Retire" }).click();
  await expect(page.getByRole("button", { name: "Use again" })).toBeVisible();
  await expectAccessible(page);
});

test("the sample's rooms on a narrow screen, in Japanese and in the dark", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ colorScheme: "dark" });
  await page
    .context()
    .addCookies([{ name: "locale", value: "ja", url: test.info().project.use.baseURL ?? "" }]);
  await openSample(page, "Sample lead");
  for (const name of ["people", "guide", "codebook"] as const) {
    await room(page, name);
    await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
    await expectAccessible(page);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    expect(wide, `${name} scrolls sideways`).toBe(false);
  }
});
