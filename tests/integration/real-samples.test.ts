import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { guideFromQuestions, matchQuestions, parseReading, splitLanguages } from "@/lib/domain/transcript";
import { readFile } from "@/lib/server/interchange/read-file";

// Files that other tools and people made; they are no part of the project. The numbers were counted
// from the files with grep, awk and iconv, not with the code under test.
const folder = process.env.REAL_SAMPLES ?? "";
const skipped = folder === "";
if (skipped) process.stderr.write("real samples: skipped, because REAL_SAMPLES names no folder\n");

async function parsed(name: string) {
  const file = await readFile(path.basename(name), new Uint8Array(readFileSync(path.join(folder, name))));
  if (!file.ok) throw new Error(`${name}: ${file.reason}`);
  return { file, ...parseReading(file.reading) };
}

/** Turns and characters that are not white space, by speaker. */
const counts = ({ speakers }: Awaited<ReturnType<typeof parsed>>) =>
  Object.fromEntries(speakers.map(({ label, turns, characters }) => [label, [turns, characters]]));

describe.skipIf(skipped)("a written interview of four", () => {
  const names = ["alixfachin", "kaizumaki", "shirakawa", "otkzh"];

  test.each([
    ["alixfachin", "en", 12, 1122, 2185, 4080],
    ["kaizumaki", "ja", 12, 1173, 437, 1972],
    ["shirakawa", "ja", 7, 789, 376, 1383],
    ["otkzh", "ja", 13, 1249, 394, 1984],
  ])("%s", async (name, language, turns, asked, answered, length) => {
    const transcript = await parsed(`japanese/${name}.txt`);
    expect(counts(transcript)).toEqual({ 聞き手: [turns, asked], [name]: [turns, answered] });
    expect(transcript.speakers.map(({ role }) => role)).toEqual(["interviewer", "interviewee"]);
    expect(transcript).toMatchObject({ language, candidates: [], warnings: [], points: [], leftOut: [] });
    expect(transcript.text).toHaveLength(length);
    // Its questions stand in two languages, and its answers in one.
    expect(splitLanguages(transcript)).toBeNull();
  });

  test("share one guide of fifteen questions, three of them follow-ups", async () => {
    const transcripts = await Promise.all(names.map((name) => parsed(`japanese/${name}.txt`)));
    const guide = guideFromQuestions(transcripts).map((question) => ({ ...question, id: question.key }));
    expect(guide).toHaveLength(15);
    expect(guide.filter(({ followUp }) => followUp).map(({ key }) => key)).toEqual(["3.1", "3.2", "3.3"]);
    // One of them is asked twice in a row of alixfachin, and is one passage.
    const passages = transcripts.map((each) => matchQuestions(each, guide));
    expect(passages.map(({ length }) => length)).toEqual([11, 12, 7, 13]);
    expect(passages.flat().every(({ answered }) => answered)).toBe(true);
  });
});

describe.skipIf(skipped)("council minutes", () => {
  test("in Shift_JIS: 85 turns of 28 speakers", async () => {
    const transcript = await parsed("japanese/env113_diet_style_cp932_crlf.txt");
    expect(transcript.file).toMatchObject({ encoding: "shift_jis" });
    expect(transcript.text).toHaveLength(52_809);
    expect(transcript.turns).toHaveLength(85);
    expect(transcript.speakers).toHaveLength(28);
    expect(counts(transcript).高村部会長).toEqual([43, 6967]);
    expect(transcript.speakers.reduce((sum, { characters }) => sum + characters, 0)).toBe(51_508);
    expect(transcript.candidates).toEqual([]);
  });

  test("in Word: the same turns and the same words", async () => {
    const word = await parsed("japanese/env113.docx");
    const plain = await parsed("japanese/env113_diet_style_cp932_crlf.txt");
    expect(word.file).toMatchObject({ format: "docx" });
    expect(word.text).toHaveLength(52_499);
    expect(word.text.split("\n").length - 1).toBe(395);
    expect(counts(word)).toEqual(counts(plain));
  });
});

describe.skipIf(skipped)("subtitles", () => {
  test("Zoom: a meeting of five, two of whose cues carry no name", async () => {
    const transcript = await parsed("vtt/zoom.vtt");
    expect(transcript.turns).toHaveLength(30);
    expect(transcript.points).toHaveLength(300);
    expect([transcript.points[0], transcript.points.at(-1)?.ms]).toEqual([{ at: 0, ms: 4859 }, 3_326_820]);
    expect(counts(transcript)).toEqual({
      "Andrew Knight": [12, 4594],
      "Paul McCartney": [10, 30_638],
      "George Harrison": [2, 57],
      "Ringo Starr": [1, 22],
      "John Lennon": [5, 261],
    });
  });

  test("Teams: names with commas and brackets, joined as another tool joins them", async () => {
    const transcript = await parsed("vtt/teams_2021_lorem.vtt");
    expect(transcript.points).toHaveLength(13);
    expect(transcript.points.at(-1)?.ms).toBe(36_580);
    expect(counts(transcript)).toEqual({
      "Speaker, First (Student)": [5, 487],
      "Interviewer, First": [5, 130],
    });
    const expected = readFileSync(path.join(folder, "vtt/teams_2021_lorem.expected.txt"), "utf8");
    const rows = expected
      .trimEnd()
      .split(/\r?\n/)
      .slice(1)
      .map((row) => row.split("\t"));
    const words = (text = "") => text.replaceAll("---", " ").replace(/\s+/g, " ").trim();
    const joined = transcript.turns.map(({ speaker, start, end }) => [
      speaker,
      words(transcript.text.slice(start, end)),
    ]);
    expect(joined).toEqual(rows.map(([, speaker, text]) => [speaker, words(text)]));
  });

  test("Teams Premium: cues over two lines and gaps of hours", async () => {
    const transcript = await parsed("vtt/teams_premium_voice_tags.vtt");
    expect(transcript.points).toHaveLength(17);
    expect(counts(transcript)).toEqual({
      Charles: [5, 199],
      Janaki: [5, 322],
    });
  });

  test("Stream: nobody is named, and every word is kept", async () => {
    const transcript = await parsed("vtt/onedrive_stream_bom.vtt");
    expect(transcript.speakers).toEqual([]);
    expect(transcript.text.replace(/\s/g, "")).toHaveLength(10_254);
    // One of its 271 cues holds no words.
    expect(transcript.points).toHaveLength(270);
    expect(transcript.points[0]).toEqual({ at: 0, ms: 8710 });
    expect(transcript.turns.length).toBeLessThan(271);
    expect(transcript.warnings.map(({ code }) => code)).toEqual(["no_speakers"]);
  });
});

describe.skipIf(skipped)("Markdown", () => {
  test("bold names with times", async () => {
    const transcript = await parsed("markdown/ladybug_06-impostor-syndrome.md");
    expect(transcript.turns).toHaveLength(88);
    expect(counts(transcript)).toEqual({
      Lindsey: [21, 9233],
      Emma: [26, 9333],
      Ali: [16, 7059],
      Kelly: [25, 6337],
    });
    expect(transcript.points).toHaveLength(88);
    expect(transcript.points.at(-1)?.ms).toBe((41 * 60 + 2) * 1000);
    expect(transcript).toMatchObject({ language: "en", candidates: [], warnings: [], leftOut: [] });
  });
});
