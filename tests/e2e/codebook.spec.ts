import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expectAccessible } from "@/tests/support/e2e/accessible";
import { expect, test } from "@/tests/support/e2e/base";
import { withTranscript } from "@/tests/support/e2e/correcting";
import { allSaved, openStudy, studyAddress } from "@/tests/support/e2e/study";
import { xlsx } from "@/tests/support/files/office";

const item = (page: Page, name: string) => page.getByRole("treeitem", { name: new RegExp(`^${name}`) });
const said = (page: Page, words: string | RegExp) => expect(page.getByText(words).first()).toBeVisible();

/** Makes codes of an indented list. */
async function readIn(page: Page, list: string): Promise<void> {
  await page.getByRole("button", { name: "Read in codes" }).click();
  await page.getByRole("textbox", { name: "List" }).fill(list);
  await page.getByRole("button", { name: /^Store \d+ codes?$/ }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
}

async function withCodes(page: Page, title: string, list: string): Promise<void> {
  await openStudy(page, { title }, "/codebook");
  await readIn(page, list);
}

/** Holds a code over the row of another, at a part of its height. */
async function hold(page: Page, name: string, onto: string, part: number): Promise<void> {
  const from = await item(page, name).boundingBox();
  const to = await item(page, onto).boundingBox();
  if (!from || !to) throw new Error("not in view");
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(from.x + from.width / 2 + 12, from.y + from.height / 2, { steps: 3 });
  await page.mouse.move(to.x + to.width / 2, to.y + to.height * part, { steps: 5 });
  await expect(item(page, onto)).toHaveAttribute(
    "data-landing",
    part < 0.3 ? "before" : part > 0.7 ? "after" : "inside",
  );
}

/** Lets a code go there. */
async function drag(page: Page, name: string, onto: string, part: number): Promise<void> {
  await hold(page, name, onto, part);
  await page.mouse.up();
}

const order = (page: Page) =>
  page
    .getByRole("treeitem")
    .evaluateAll((items) =>
      items.map(
        (each) => `${each.getAttribute("aria-level")} ${each.querySelector(".flex-1 > span")?.textContent}`,
      ),
    );

test("the tree is put in order by dragging and by key, and undone", async ({ page }) => {
  await withCodes(page, "Order", "Risks\n  Asia\n  Japan\nValue\nFear");
  await drag(page, "Fear", "Risks", 0.1);
  await said(page, "Fear now stands at the top level, 1 of 3.");
  await expect.poll(() => order(page)).toEqual(["1 Fear", "1 Risks", "2 Asia", "2 Japan", "1 Value"]);
  await page.keyboard.press("Control+z");
  await said(page, "Taken back.");
  await expect.poll(() => order(page)).toEqual(["1 Risks", "2 Asia", "2 Japan", "1 Value", "1 Fear"]);

  // Below another code it means something else, so the reason is asked.
  await drag(page, "Fear", "Asia", 0.5);
  await page.getByRole("textbox", { name: "Why" }).fill("A kind of it");
  await expectAccessible(page);
  await page.getByRole("dialog").getByRole("button", { name: "Move" }).click();
  await expect.poll(() => order(page)).toEqual(["1 Risks", "2 Asia", "3 Fear", "2 Japan", "1 Value"]);

  // A closed code opens under what is held over it.
  await item(page, "Asia").press("ArrowLeft");
  await expect(item(page, "Fear")).toHaveCount(0);
  await hold(page, "Value", "Asia", 0.5);
  await expect(item(page, "Fear")).toBeVisible();
  await page.keyboard.press("Escape");
  await page.mouse.up();

  // A code has no place below itself: there is nothing to land on.
  const from = await item(page, "Risks").boundingBox();
  const to = await item(page, "Japan").boundingBox();
  if (!from || !to) throw new Error("not in view");
  await page.mouse.move(from.x + 80, from.y + 10);
  await page.mouse.down();
  await page.mouse.move(to.x + 80, to.y + to.height / 2, { steps: 5 });
  await expect(page.locator("[data-landing]")).toHaveCount(0);
  await page.keyboard.press("Escape");
  await page.mouse.up();

  await item(page, "Value").focus();
  await page.keyboard.press("Alt+ArrowUp");
  await said(page, "Value now stands at the top level, 1 of 2.");
  await expect.poll(() => order(page)).toEqual(["1 Value", "1 Risks", "2 Asia", "3 Fear", "2 Japan"]);
  await expect(item(page, "Value")).toBeFocused();
  await expectAccessible(page);
});

test("codes come in as a table, as they will stand; a file that is none is refused; and go out to come in again", async ({
  page,
}) => {
  await withCodes(page, "Tables", "Risks: what may go wrong\n  日本");
  await page.getByRole("button", { name: "Read in codes" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("radio", { name: "A file" }).click();
  const choose = (name: string, content: string | Uint8Array) =>
    dialog
      .locator("input[type=file]")
      .setInputFiles({ name, mimeType: "application/octet-stream", buffer: Buffer.from(content) });
  await choose("codes.pdf", "%PDF-1.4 broken");
  await expect(dialog.getByRole("alert")).toContainText("This PDF is damaged");
  const cell = (value: string) => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
  const row = (...values: string[]) => `<row>${values.map(cell).join("")}</row>`;
  await choose(
    "codes.xlsx",
    xlsx({
      sheets: {
        Codes:
          row("Parent code", "Code", "Memo") +
          row("", "Risks", "New words") +
          row("Risks", "Asia", "") +
          row("", "", "x"),
      },
    }),
  );
  await expect(dialog.getByText("1 code to add, 1 to change")).toBeVisible();
  await expect(dialog.getByText("There is no name.")).toBeVisible();
  await expect(dialog.getByRole("region", { name: "The codes as they will stand" })).toContainText("日本");
  await expectAccessible(page);
  await dialog
    .getByRole("textbox", { name: "Why the meaning of codes changes" })
    .fill("Agreed with the team");
  await dialog.getByRole("button", { name: "Store 2 codes" }).click();
  await expect(dialog).toHaveCount(0);
  await expect.poll(() => order(page)).toEqual(["1 Risks", "2 日本", "2 Asia"]);

  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download CSV" }).click(),
  ]);
  await page.getByRole("button", { name: "Read in codes" }).click();
  await dialog.getByRole("radio", { name: "A file" }).click();
  await choose("codebook.csv", await readFile(await download.path()));
  await expect(dialog.getByText("0 codes to add, 0 to change, 3 the same")).toBeVisible();
});

test("a code is merged into another with its segments, and the merge is taken back later", async ({
  page,
}) => {
  await withTranscript(page, "Merging", [
    ["Freedom from fear", "Fear"],
    ["everybody", "Dread"],
  ]);
  await page.goto(studyAddress(page, "/codebook"));
  await item(page, "Dread").click();
  await expect(item(page, "Dread")).toHaveAccessibleName(/1 coding from/);
  await page.getByRole("button", { name: "Merge" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("combobox", { name: "Merge into" }).click();
  await page.getByRole("option", { name: "Fear" }).click();
  await dialog.getByRole("textbox", { name: "Definition" }).fill("Being afraid, and of what");
  await dialog.getByRole("textbox", { name: "Why" }).fill("The same");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Merge" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(item(page, "Dread")).toHaveCount(0);
  await expect(item(page, "Fear")).toHaveAccessibleName(/2 codings from/);
  await expect(page.getByRole("article").getByText("Merged into it:")).toBeVisible();
  await expectAccessible(page);

  await page.reload();
  await page.getByRole("button", { name: "Undo: Merged Dread" }).click();
  await expect(item(page, "Dread")).toHaveAccessibleName(/1 coding from/);
  await expect(item(page, "Fear")).toHaveAccessibleName(/1 coding from/);
});

test("by keyboard alone: a code is split, its meaning changes, and what was coded is looked at again", async ({
  page,
}) => {
  await withTranscript(page, "Splitting", [
    ["Freedom from fear", "Safety"],
    ["everybody", "Safety"],
  ]);
  await page.goto(studyAddress(page, "/codebook"));
  await item(page, "Safety").focus();
  await page.keyboard.press("Enter");
  await page.getByRole("link", { name: "Split" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Split Safety" })).toBeVisible();
  await page.getByRole("textbox", { name: "A new code below the top level" }).focus();
  await page.keyboard.type("For all");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "For all", exact: false }).first().focus();
  await page.keyboard.press("0");
  await expect(page.getByText("2 of 2").first()).toBeVisible();
  await page.keyboard.press("1");
  await said(page, "1 segment chosen");
  await expectAccessible(page);
  // What was chosen is there after a reload.
  await page.reload();
  await said(page, "1 segment chosen");
  await page.getByRole("textbox", { name: "Why it is split" }).focus();
  await page.keyboard.type("Two things");
  await page.getByRole("button", { name: "Store 1 segment" }).focus();
  await page.keyboard.press("Enter");
  await said(page, "1 segment was given another code");

  await page.getByRole("link", { name: "Back to the code" }).focus();
  await page.keyboard.press("Enter");
  await expect(item(page, "For all")).toHaveAccessibleName(/1 coding from/);
  await page.getByRole("button", { name: "Edit", exact: true }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("textbox", { name: "Definition" }).fill("Freedom from fear alone");
  await page.getByRole("textbox", { name: "Why the meaning changes" }).fill("Narrower");
  await page.keyboard.press("Tab");
  await page.getByRole("button", { name: "Save" }).focus();
  await page.keyboard.press("Enter");
  const due = page.getByRole("link", { name: "1 segment to look at again" });
  await due.focus();
  await page.keyboard.press("Enter");
  // What is said of the change stands on the page before, too.
  await expect(page.getByRole("heading", { name: "To look at again" })).toBeVisible();
  await expect(page.getByText("Freedom from fear alone")).toBeVisible();
  await expect(page.getByText("Narrower")).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("k");
  await said(page, "0 left");
  await said(page, "Kept.");
  await page.goto(studyAddress(page, "/codebook"));
  await expect(item(page, "Safety")).toBeVisible();
  await expect(due).toHaveCount(0);

  await page.getByRole("link", { name: /^Rev \d+/ }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "What has changed" })).toBeVisible();
  await expect(page.locator("ins").filter({ hasText: "Freedom from fear alone" })).toBeVisible();
  await expectAccessible(page);
});

test("a segment becomes an example in one press, and is shown to others as far as it may be", async ({
  page,
}) => {
  await withTranscript(page, "Examples", [["Freedom from fear", "Fear"]]);
  await page.locator(".reader-names", { hasText: "Fear" }).first().click();
  await page.getByRole("button", { name: "Use as example" }).click();
  await said(page, "This is now an example of Fear.");
  await page.goto(studyAddress(page, "/codebook"));
  await item(page, "Fear").click();
  const example = page.getByRole("list", { name: "From the transcripts" });
  await expect(example).toContainText("Freedom from fear");
  // Nobody has permitted these words, so they are for leads.
  await expect(example).toContainText("May not be quoted; shown to leads.");
  await expectAccessible(page);
  await example.getByRole("button", { name: "Remove" }).click();
  await expect(example).toHaveCount(0);
});

test("in the reader, a segment whose code has come to mean something else is kept with one press", async ({
  page,
}) => {
  const reader = await withTranscript(page, "Kept in the text", [["Freedom from fear", "Fear"]]);
  await page.goto(studyAddress(page, "/codebook"));
  await item(page, "Fear").click();
  await page.getByRole("button", { name: "Edit", exact: true }).click();
  await page.getByRole("textbox", { name: "When to use" }).fill("Only where somebody is afraid");
  await page.getByRole("textbox", { name: "Why the meaning changes" }).fill("Too wide");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("link", { name: "1 segment to look at again" })).toBeVisible();
  await page.goto(reader);
  await page.locator(".reader-names", { hasText: "Fear" }).first().click();
  const note = page.getByText("The meaning of Fear has changed since you coded this.");
  await expect(note).toBeVisible();
  await page.getByRole("button", { name: "Keep", exact: true }).click();
  await expect(note).toHaveCount(0);
  await allSaved(page);
  await page.goto(studyAddress(page, "/codebook"));
  await expect(item(page, "Fear")).toHaveAccessibleName(/1 coding from/);
  await expect(page.getByRole("link", { name: /to look at again/ })).toHaveCount(0);
});

test.describe("with a finger", () => {
  test.use({ hasTouch: true });

  test("a code is dragged by its grip, and the page does not scroll instead", async ({ page }) => {
    await withCodes(page, "By touch", "One\nTwo\nThree");
    const grip = await page.getByTitle("Drag to move").nth(2).boundingBox();
    const to = await item(page, "One").boundingBox();
    if (!grip || !to) throw new Error("not in view");
    const client = await page.context().newCDPSession(page);
    const touch = (type: "touchStart" | "touchMove" | "touchEnd", y?: number) =>
      client.send("Input.dispatchTouchEvent", {
        type,
        touchPoints: y === undefined ? [] : [{ x: grip.x + grip.width / 2, y }],
      });
    await touch("touchStart", grip.y + grip.height / 2);
    for (const y of [grip.y, grip.y - 12, to.y + 12, to.y + 3]) await touch("touchMove", y);
    await expect(item(page, "One")).toHaveAttribute("data-landing", "before");
    await touch("touchEnd");
    await expect.poll(() => order(page)).toEqual(["1 Three", "1 One", "1 Two"]);
  });
});
