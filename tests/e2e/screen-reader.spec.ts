import type { Page } from "@playwright/test";
import { expect, test } from "@/tests/support/e2e/base";
import { expectHeard, listen } from "@/tests/support/e2e/heard";
import { made, type WantedTalk } from "@/tests/support/e2e/made";
import { type Met, ScreenReader } from "@/tests/support/e2e/screen-reader";
import { allSaved, signInAs } from "@/tests/support/e2e/study";

const TURNS = [
  ["Q", "Thank you for coming."],
  ["Mori", "I came by the early ferry."],
  ["Q", "What is safety to you?"],
  ["Mori", "Freedom from fear, and from want. I was with Tanaka then."],
  ["Q", "And for whom?"],
  ["Mori", "For everybody."],
  ["Q", "Who should see to it?"],
  ["Mori", "The town first. Then the state."],
  ["Q", "Is that so now?"],
  ["Mori", "Not yet."],
  ["Q", "Anything else?"],
  ["Mori", "Come in winter, and look at the harbour."],
] as const;

const LAST = TURNS.at(-1)?.[1] ?? "";

const TALK: WantedTalk = {
  title: "By ear",
  words: TURNS.map((turn) => turn.join(": ")).join("\n"),
  by: { sector: "Fishery", position: "Ferry hand" },
  coded: [
    ["from want", "Dignity"],
    ["Freedom from fear", "Protection"],
    ["everybody", "Dignity"],
  ],
  asked: [
    ["What is safety", "What does safety mean?"],
    ["Who should", "Who is responsible?"],
  ],
  hidden: ["Tanaka", "[Colleague]"],
};

const IN_JAPANESE: WantedTalk = {
  title: "聞き取り",
  words: TURNS.map(([who], at) => `${who === "Q" ? "聞き手" : "森"}：${at + 1}番目の発言です。`).join("\n"),
  paired: true,
};

/** Reads the whole text as reading goes, on from where the page has no more of it at first. */
async function readAll(reader: ScreenReader): Promise<Met[]> {
  const all: Met[] = [];
  for (;;) {
    let met: Met[] = [];
    // What only those who listen come upon is there once the page is at rest.
    await expect
      .poll(async () => {
        met = await reader.read("document", "Text of the transcript");
        return met.some(({ name }) => name.startsWith("Further paragraphs") || name.includes(LAST));
      })
      .toBe(true);
    const from = all.length === 0 ? 0 : met.findIndex(({ focused }) => focused);
    const end = met.findIndex(({ name }) => name.startsWith("Further paragraphs"));
    all.push(...met.slice(from, end < 0 ? undefined : end));
    const further = met[end];
    if (!further) return all;
    await reader.press(further);
    await reader.expectFocus(/^heading/);
  }
}

const find = (met: readonly Met[], role: string, name: RegExp): Met => {
  const found = met.find((each) => each.role === role && name.test(each.name));
  if (!found) throw new Error(`not met: ${role} ${name} among ${met.map((each) => each.name).join(" | ")}`);
  return found;
};

const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};

/** Goes on by the Tab key until what has the focus is told so. */
async function tabTo(page: Page, reader: ScreenReader, told: RegExp): Promise<void> {
  for (let at = 0; at < 12 && !told.test(await reader.focus()); at += 1) await press(page, "Tab");
  await reader.expectFocus(told);
}

test("a whole transcript is read, coded and handed in through the accessibility tree alone", async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 360 });
  await listen(page);
  const [{ studyId, transcripts }] = await Promise.all([
    made({
      title: "By listening",
      members: ["first"],
      codes: [{ name: "Hope", shortcut: "h" }],
      talks: [TALK, IN_JAPANESE],
      round: { title: "First pass", coder: "first" },
    }),
    signInAs(page, "First coder"),
  ]);
  await page.goto(`/studies/${studyId}/transcripts/${transcripts[0]}`);
  await allSaved(page);
  const reader = await ScreenReader.of(page);
  const heard = (words: string | RegExp) => expectHeard(page, words);

  // In by landmarks and headings; then every word once, in order, with who says it and what was asked.
  const headings = (await reader.read("main", "")).filter(({ role }) => role === "heading");
  expect(headings[0]).toMatchObject({ level: 1, name: "By ear" });
  const told = () => reader.read("document", "Text of the transcript");
  const buttons = (met: readonly Met[]) => met.flatMap(({ role, name }) => (role === "button" ? name : []));
  await expect.poll(async () => buttons(await told())).toHaveLength(3);
  const text = await readAll(reader);
  const words = text.filter(({ role }) => role === "paragraph").map(({ name }) => name.trim());
  expect(words).toEqual(TURNS.map(([, said]) => said.replace("Tanaka", "(pseudonym:)[Colleague]")));
  const over = text.filter(({ role }) => role === "heading").map(({ name, level }) => `${level} ${name}`);
  const speakers = TURNS.map(([who]) => `3 ${who === "Q" ? "Q" : "Int. 1"}`);
  expect(over).toEqual([
    ...speakers.slice(0, 2),
    "2 q.1 What does safety mean? ·\u00a0answered",
    ...speakers.slice(2, 6),
    "2 q.2 Who is responsible? ·\u00a0answered",
    ...speakers.slice(6),
  ]);

  // What others coded stands after its words, in reading order; from there to its place, and back.
  expect(buttons(text)).toEqual([
    "Protection, by Sample owner: Freedom from fear",
    "Dignity, by Sample owner: from want",
    "Dignity, by Sample owner: everybody",
  ]);
  await press(page, "t", "Control+Home");
  await heard("Q: Thank you for coming.");
  await expect.poll(async () => buttons(await told()).at(-1)).toMatch(/everybody/);
  await reader.press(find(await told(), "button", /everybody/));
  await heard("Dignity, by Sample owner: everybody, Int. 1");
  await press(page, "F6");
  await reader.expectFocus(/^group Segment/);
  let known: Met[] = [];
  await expect
    .poll(async () => {
      known = await reader.read("group", "Segment");
      return known.some(({ name }) => name.includes("番目"));
    })
    .toBe(true);
  expect(find(known, "blockquote", /./).name).toBe("everybody");
  const japanese = find(known, "paragraph", /番目/);
  expect(japanese.name).toBe("6番目の発言です。");
  expect(await reader.languageOf(japanese)).toBe("ja");
  await press(page, "t");
  await heard("Int. 1: For everybody. · coded: Dignity (Sample owner)");

  // Turn by turn and word by word, to the words of one's own; coded by a key, and by the list.
  await press(page, "Control+Home", "Control+ArrowDown");
  await heard("Int. 1: I came by the early ferry.");
  await press(page, "Control+ArrowDown");
  await heard("q.1 What does safety mean? · Q: What is safety to you?");
  await press(page, "Control+ArrowDown");
  await heard(/^Int\. 1: Freedom .* \(with a pseudonym\) · 2 segments: Protection \(Sample owner\), Dignity/);
  await press(page, "Control+Shift+ArrowRight", "Control+Shift+ArrowRight");
  await heard("Freedom, selected");
  await press(page, "h");
  await heard("Coded with Hope");
  await press(page, "Control+ArrowDown", ".", "Enter");
  await heard("Selected: And for whom?");
  await reader.expectFocus(/^option Hope/);
  await page.keyboard.type("hop");
  await heard("1 code");
  await reader.expectFocus(/^option Hope/);
  await press(page, "Enter");
  await heard("Coded with Hope");

  // Put right, and taken back; what is known of it.
  await press(page, "Shift+F7");
  await heard("The segment now reads: And for");
  await press(page, "Control+z");
  await heard("Undone");
  await press(page, "F6");
  for (const [field, value] of [
    ["Stance", "Personal"],
    ["Certainty", "Certain"],
    ["May be cited as", "Not at all"],
  ] as const) {
    await tabTo(page, reader, new RegExp(`^button ${field}`));
    await press(page, "Enter");
    await reader.expectFocus(/^menuitemradio .*, checked$/);
    await page.keyboard.type(value.slice(0, 3));
    await reader.expectFocus(new RegExp(`^menuitemradio ${value}`));
    await press(page, "Enter");
    await reader.expectFocus(new RegExp(`^button ${field}: ${value}`));
  }
  await tabTo(page, reader, /^textbox Memo/);
  await page.keyboard.type("For whom, too");

  // Others' segments and one's own in the order of the text; then handed in.
  await press(page, "Tab", "t", "Escape");
  await heard("Nothing is selected");
  for (const segment of [
    /^Protection, by Sample owner/,
    /^Hope: Freedom/,
    /^Dignity, by/,
    /^Hope: And for/,
  ]) {
    await press(page, "j");
    await heard(segment);
  }
  await press(page, "g", "d");
  await heard("Marked as done");
});
