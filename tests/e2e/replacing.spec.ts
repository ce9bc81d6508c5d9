import { expectAccessible } from "@/tests/support/e2e/accessible";
import { expect, test } from "@/tests/support/e2e/base";
import { otherWindow, save, withTranscript, words } from "@/tests/support/e2e/correcting";
import { paragraph } from "@/tests/support/e2e/study";

const TALK_AGAIN = `[00:00:01] Interviewer: What is safety, to you?
[00:00:04] Speaker 2: Freedom from fear and want. I was in Sendai with Tanaka then.
[00:00:15] Interviewer: And for whom?
[00:00:18] Speaker 2: For everybody, as Tanaka said. 👍
`;

test("takes another transcription in the place of the text: seen before it is done, laid over what came between", async ({
  page,
  browser,
}) => {
  test.slow();
  const reader = await withTranscript(page, "Heard again", [
    ["from want", "Want"],
    ["everybody", "People"],
  ]);
  await page.getByRole("button", { name: "Text", exact: true }).click();
  await page.getByRole("menuitem", { name: "Replace" }).click();
  await page.waitForURL(/\/replace$/);
  await expect(page.getByText("Drop the file here, or choose it")).toBeVisible();
  await expectAccessible(page);
  const again = { name: "again.txt", mimeType: "text/plain", buffer: Buffer.from(TALK_AGAIN) };
  await page.locator("input[type=file]").setInputFiles(again);
  await page.waitForURL(/\/replace\/[0-9a-f-]{36}$/);

  // Who is who is told by the words, and what will wait is listed before anything is done.
  await expect(page.getByRole("combobox", { name: "Who Speaker 2 is in this transcript" })).toHaveText(
    "Mori",
  );
  await expect(page.getByRole("combobox", { name: "Who Interviewer is in this transcript" })).toHaveText("Q");
  await expect(page.getByText("Of 2 segments, 1 keep their words, and 1 waits")).toBeVisible();
  await page.getByText("The 1 segment that will wait").click();
  await expect(page.locator("q", { hasText: "from want" })).toBeVisible();
  await expect(page.locator("del", { hasText: "from" }).first()).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectAccessible(page);
  await page.setViewportSize({ width: 1440, height: 900 });

  // Somebody corrects the text in between: the file and the reason stay, and the difference is another.
  const other = await otherWindow(browser, page, `${reader}/edit`);
  await words(other, 3).fill("And for whom, then?");
  await save(other);
  await other.waitForURL(reader);
  await other.context().close();
  await page.getByRole("textbox", { name: "Reason" }).fill("From the recording");
  await page.getByRole("button", { name: "Replace the text" }).click();
  await expect(page.getByText("Somebody has corrected the text since you looked at it.")).toBeVisible();
  await expect(page.locator("del", { hasText: ", then" })).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Reason" })).toHaveValue("From the recording");
  await page.getByRole("button", { name: "Replace the text" }).click();

  await page.waitForURL(/\/queue$/);
  await expect(page.getByText("1 segment waits for a place")).toBeVisible();
  await page.getByRole("button", { name: "Place it here" }).click();
  await page.goto(`${reader}/versions`);
  const row = page.getByRole("row", { name: /Version 3/ });
  await expect(row).toContainText("From the recording");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    row.getByRole("link", { name: /^again.txt, brought in/ }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("again.txt");
  await page.goto(reader);
  await expect(paragraph(page, "Freedom from fear and want")).toBeVisible();
  await expect(page.locator("mark.reader-run", { hasText: "everybody" })).toBeVisible();
});
