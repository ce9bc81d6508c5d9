import Encoding from "encoding-japanese";
import { describe, expect, test } from "vitest";
import { readFile } from "@/lib/server/interchange/read-file";

const utf8 = (text: string) => new TextEncoder().encode(text);
const western = (text: string) => new Uint8Array(Buffer.from(text, "latin1"));
const japanese = (text: string, to: "SJIS" | "EUCJP" | "JIS") =>
  new Uint8Array(Encoding.convert(Encoding.stringToCode(text), { from: "UNICODE", to }));
const join = (...parts: Uint8Array[]) => new Uint8Array(Buffer.concat(parts));

async function read(bytes: Uint8Array) {
  const file = await readFile("a.txt", bytes);
  if (!file.ok || file.reading.kind !== "lines") throw new Error(JSON.stringify(file));
  return { ...file, text: file.reading.text };
}

describe("how sure it is", () => {
  const talk = "聞き手：地域の課題は何ですか。\n森：みかん畑を継ぐ人がいません。\n".repeat(3);
  test.each([
    ["utf-8", utf8(talk)],
    ["shift_jis", japanese(talk, "SJIS")],
    ["euc-jp", japanese(talk, "EUCJP")],
    ["iso-2022-jp", japanese(talk, "JIS")],
  ])("%s: a page of talk leaves no doubt", async (encoding, bytes) => {
    const file = await read(bytes);
    expect(file).toMatchObject({ encoding, text: talk, warnings: [] });
    expect(file.confidence).toBeGreaterThan(0.75);
  });

  test("plain western letters, accented and typographic", async () => {
    const file = await read(western("Élise\u00a0: déjà vu à Genève, «\u00a0oui\u00a0»…\n"));
    expect(file).toMatchObject({ encoding: "windows-1252", warnings: [] });
  });

  test("a table's headings in kanji alone", async () => {
    const file = await read(japanese("番号,氏名,部門\n", "SJIS"));
    expect(file).toMatchObject({ encoding: "shift_jis", text: "番号,氏名,部門\n" });
  });

  test("where it is a guess, the other possibility is named", async () => {
    const file = await read(new Uint8Array([0x41, 0x3a, 0x20, 0xb1, 0xb2, 0x0a]));
    expect(file.warnings).toEqual([{ code: "encoding_guessed", count: 1, example: expect.any(String) }]);
    expect(file.confidence).toBeLessThan(0.75);
  });
});

describe("two encodings in one file", () => {
  const first = "聞き手：地域の課題は何ですか。\n";
  const second = "森：みかん畑を継ぐ人がいません。\n";

  test.each(["SJIS", "EUCJP"] as const)("UTF-8 and %s: each line is read in its own", async (to) => {
    const file = await read(join(utf8(first), utf8("plain\n"), utf8(first), japanese(second, to)));
    expect(file.text).toBe(`${first}plain\n${first}${second}`);
    expect(file.encoding).toBe("utf-8");
    expect(file.warnings).toMatchObject(
      [{ code: "encodings_mixed", count: 1 }, { code: "encoding_guessed" }].slice(0, 1),
    );
  });

  test("mostly Shift_JIS", async () => {
    const file = await read(join(japanese(first + second + first, "SJIS"), utf8(second)));
    expect(file.text).toBe(first + second + first + second);
    expect(file).toMatchObject({
      encoding: "shift_jis",
      warnings: [{ code: "encodings_mixed", example: "UTF-8, 4" }],
    });
  });

  test("western", async () => {
    const file = await read(join(utf8("déjà vu, naïve\n"), western("café à Genève\n")));
    expect(file.text).toBe("déjà vu, naïve\ncafé à Genève\n");
    expect(file.warnings[0]?.code).toBe("encodings_mixed");
  });

  test("half-width katakana of Shift_JIS, which read as UTF-8, prove nothing", async () => {
    const file = await read(join(new Uint8Array([0xc3, 0xb1, 0x0a]), japanese(first, "SJIS")));
    expect(file).toMatchObject({ encoding: "shift_jis", text: `ﾃｱ\n${first}` });
  });
});
