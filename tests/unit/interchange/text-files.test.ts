import { Document, Packer, Paragraph, TextRun } from "docx";
import { describe, expect, test } from "vitest";
import type { Encoding } from "@/lib/domain/transcript";
import type { FileRead } from "@/lib/schemas/files";
import { FILE_LIMIT } from "@/lib/schemas/transcripts";
import { readFile } from "@/lib/server/interchange/read-file";
import { bytesOf, fixture } from "../transcript/fixture";

const council = fixture("council.txt");
const bytes = (...values: number[]) => new Uint8Array(values);
const text = (words: string) => new TextEncoder().encode(words);

const read = (name: string, file: Uint8Array, encoding: Encoding | null = null) =>
  readFile(name, file, { encoding });

const textOf = (file: FileRead) => (file.ok && file.reading.kind !== "table" ? file.reading.text : null);

async function word(...paragraphs: (string | string[])[]): Promise<Uint8Array> {
  const children = paragraphs.map((lines) =>
    typeof lines === "string"
      ? new Paragraph(lines)
      : new Paragraph({
          children: lines.map((line, index) => new TextRun({ text: line, break: index === 0 ? 0 : 1 })),
        }),
  );
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })));
}

describe("encodings are found", () => {
  test.each([
    ["council.txt", "utf-8"],
    ["council.cp932.txt", "shift_jis"],
    ["council.eucjp.txt", "euc-jp"],
    ["council.jis.txt", "iso-2022-jp"],
    ["council.utf16.txt", "utf-16le"],
    ["council.utf16le-no-mark.txt", "utf-16le"],
  ])("%s is %s", async (name, encoding) => {
    const file = await read(name, bytesOf(name));
    expect(file).toMatchObject({ ok: true, encoding, format: "text", warnings: [] });
    expect(
      textOf(file)
        ?.replaceAll("\r\n", "\n")
        .replace(/^\uFEFF/, ""),
    ).toBe(council);
  });

  test("UTF-16 the other way round, and UTF-8 with a mark", async () => {
    const little = bytesOf("council.utf16le-no-mark.txt");
    const big = little.map((_, index) => little[index ^ 1] ?? 0);
    expect(await read("a.txt", big)).toMatchObject({ encoding: "utf-16be", reading: { text: council } });
    expect(await read("a.txt", text(`\uFEFF${council}`))).toMatchObject({ encoding: "utf-8" });
  });

  test("western text that is no UTF-8", async () => {
    expect(await read("a.txt", bytes(...text("caf"), 0xe9, 0x0a))).toMatchObject({
      encoding: "windows-1252",
      reading: { text: "café\n" },
    });
  });

  test("a person may say otherwise, and sees what comes of it", async () => {
    const file = await read("a.txt", bytesOf("council.cp932.txt"), "utf-8");
    expect(file).toMatchObject({ ok: true, encoding: "utf-8" });
    expect(file.ok && file.warnings[0]?.code).toBe("characters_undecodable");
  });

  test("UTF-8 that lost a byte stays UTF-8, and says so", async () => {
    const file = await read(
      "a.txt",
      text(council).filter((_, index) => index !== 4),
    );
    expect(file).toMatchObject({ ok: true, encoding: "utf-8" });
    expect(file.ok && file.warnings).toMatchObject([{ code: "characters_undecodable" }]);
  });

  test("the sign for what cannot be read, written in the file itself, is no failure", async () => {
    expect(await read("a.txt", text("A: \uFFFD"))).toMatchObject({
      ok: true,
      encoding: "utf-8",
      warnings: [],
    });
  });
});

describe("formats are told by their first bytes", () => {
  test("subtitles, with or without their heading", async () => {
    expect(await read("a.txt", bytesOf("teams.vtt"))).toMatchObject({
      format: "vtt",
      reading: { kind: "cues" },
    });
    expect(await read("plain.srt", bytesOf("plain.srt"))).toMatchObject({ format: "srt" });
    expect(await read("plain.txt", bytesOf("plain.srt"))).toMatchObject({ format: "text" });
  });

  test("a Word document: a line for each paragraph and each line break", async () => {
    const file = await read("a.docx", await word("聞き手：はい？", "", ["森：一", "二"], "聞き手：🍊"));
    expect(file).toMatchObject({
      ok: true,
      format: "docx",
      encoding: null,
      reading: { kind: "lines", text: "聞き手：はい？\n\n森：一\n二\n聞き手：🍊\n" },
    });
  });

  test("a Word document under another name", async () => {
    expect(await read("a.txt", await word("Interviewer: yes?"))).toMatchObject({ format: "docx" });
  });
});

describe("what cannot be taken in is refused with its reason", () => {
  const old = bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0);
  const emptyZip = bytes(0x50, 0x4b, 0x05, 0x06, ...new Array(18).fill(0));
  const picture = Uint8Array.from({ length: 4096 }, (_, index) => (index * 7919) % 251);

  test.each([
    ["an empty file", "a.txt", bytes(), "empty"],
    ["blanks alone", "a.txt", text(" \n\u3000\n"), "empty"],
    ["an old Word document", "a.doc", old, "old_word"],
    ["a locked Word document", "a.docx", old, "locked_office"],
    ["no more than the heading of a PDF", "a.txt", text("%PDF-1.7\n"), "damaged_pdf"],
    ["an archive of nothing", "a.docx", emptyZip, "other_archive"],
    ["a text named .docx", "a.docx", text("A: x"), "damaged_word"],
    ["a picture named .txt", "a.txt", picture, "not_text"],
    ["too large a file", "a.txt", new Uint8Array(FILE_LIMIT + 1), "too_large"],
  ])("%s", async (_, name, file, reason) => {
    expect(await read(name, file)).toEqual({ ok: false, reason });
  });

  test("a Word document that was cut off, anywhere", async () => {
    const whole = await word("Interviewer: yes?", "Participant: no.");
    for (const share of [0.1, 0.5, 0.9, 0.99]) {
      const cut = whole.subarray(0, Math.floor(whole.length * share));
      expect(await read("a.docx", cut)).toEqual({ ok: false, reason: "damaged_word" });
    }
  });

  test("a Word document whose text is broken inside", async () => {
    const broken = await word("Interviewer: yes?");
    for (let at = 60; at < 400; at++) broken[at] = 0xff;
    expect(await read("a.docx", broken)).toMatchObject({ ok: false });
  });

  test("a Word document that would unpack to more than the memory", async () => {
    const bomb = await word("Interviewer: yes?");
    const view = new DataView(bomb.buffer, bomb.byteOffset);
    // The directory's own statement of each size, after its signature.
    for (let at = 0; at + 46 < bomb.length; at++)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 2 ** 31, true);
    expect(await read("a.docx", bomb)).toEqual({ ok: false, reason: "unpacks_too_large" });
  });

  test("a few control characters are not a reason", async () => {
    expect(await read("a.txt", text(`${council}\u0000`))).toMatchObject({ ok: true });
  });
});
