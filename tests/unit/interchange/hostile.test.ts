import { describe, expect, test } from "vitest";
import { errors } from "@/lib/messages/errors";
import { READ_FAULTS } from "@/lib/schemas/files";
import { readFile } from "@/lib/server/interchange/read-file";
import { docx, odt, paragraph, xlsx } from "@/tests/support/files/office";
import { lines, pdf } from "@/tests/support/files/pdf";
import { zip } from "@/tests/support/files/zip";

const MB = 1024 * 1024;
const said = (words: string) => new TextEncoder().encode(words);
const compound = (stream: string) =>
  new Uint8Array(
    Buffer.concat([
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      Buffer.from(stream, "utf16le"),
    ]),
  );
const doctype = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>';
const deep = (depth: number) => `${"<w:sdt>".repeat(depth)}${paragraph("x")}${"</w:sdt>".repeat(depth)}`;
const whole = docx(paragraph("Interviewer: yes?"));

test.each(READ_FAULTS)("every reason has its words in both languages: %s", (reason) => {
  expect(errors.en).toHaveProperty(`file_${reason}`);
  expect(errors.ja).toHaveProperty(`file_${reason}`);
});

describe("what would do harm is refused with its reason", () => {
  const bomb = Buffer.alloc(64 * MB, "<w:p/>");
  test.each([
    ["a bomb", docx(bomb.toString()), "unpacks_too_large"],
    [
      "a claim of 2 GB",
      zip([{ name: "word/document.xml", data: "x", claims: 2 ** 31 }]),
      "unpacks_too_large",
    ],
    [
      "a claim that is too small",
      zip([{ name: "word/document.xml", data: "<x/>".repeat(99), claims: 4 }]),
      "damaged_word",
    ],
    ["entities that unfold", docx(paragraph("&b;"), [], doctype), "forbidden_xml"],
    ["entities in OpenDocument", odt("<text:p>&b;</text:p>", []), "damaged_odt"],
    [
      "an entity that reads a file",
      docx("", [], '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'),
      "forbidden_xml",
    ],
    ["elements a hundred thousand deep", docx(deep(100_000)), "nested_too_deep"],
    ["a page a hundred thousand deep", said(`<html>${"<div>".repeat(100_000)}`), "nested_too_deep"],
    ["rich text a hundred thousand deep", said(`{\\rtf1 ${"{".repeat(100_000)}x`), "nested_too_deep"],
    ["an archive in an archive", zip([{ name: "inner.zip", data: whole }]), "other_archive"],
    [
      "thirty thousand names",
      zip(Array.from({ length: 30_000 }, (_, index) => ({ name: `${index}`, data: "" }))),
      "unpacks_too_large",
    ],
    [
      "a sheet of a billion columns",
      xlsx({ sheets: { A: '<row><c r="XFD1"><v>1</v></c></row>' } }),
      "table_too_large",
    ],
    ["a locked part", zip([{ name: "word/document.xml", data: "x", locked: true }]), "locked_office"],
  ])("%s", async (_, bytes, reason) => {
    expect(await readFile("a", bytes)).toEqual({ ok: false, reason });
  });

  test("a name that leads elsewhere is a name like any other", async () => {
    const bytes = docx(paragraph("x"), [{ name: "../../../etc/cron.d/x", data: "bad" }]);
    expect(await readFile("a.docx", bytes)).toMatchObject({ ok: true, reading: { text: "x\n" } });
  });

  test("a bomb in a part that nobody reads is not unpacked", async () => {
    const bytes = docx(paragraph("x"), [{ name: "word/media/image1.png", data: Buffer.alloc(64 * MB) }]);
    expect(await readFile("a.docx", bytes)).toMatchObject({ ok: true });
  });
});

describe("what is something else is told what it is", () => {
  test.each([
    ["a.doc", compound("WordDocument"), "old_word"],
    ["a.txt", compound("Workbook"), "old_excel"],
    ["a.msg", compound("__substg1.0"), "old_office"],
    ["a.docx", compound("EncryptedPackage"), "locked_office"],
    ["a.pages", zip([{ name: "Index/Document.iwa", data: "x" }]), "apple_pages"],
    ["a.pages", zip([{ name: "Index.zip", data: "x" }]), "apple_pages"],
    ["a.pptx", zip([{ name: "ppt/presentation.xml", data: "<x/>" }]), "other_office"],
    [
      "a.ods",
      zip([{ name: "mimetype", data: "application/vnd.oasis.opendocument.spreadsheet" }]),
      "other_office",
    ],
    ["a.xlsb", zip([{ name: "xl/workbook.bin", data: "x" }]), "old_excel"],
    ["a.epub", zip([{ name: "mimetype", data: "application/epub+zip" }]), "other_archive"],
    ["a.txt", said("\x1f\x8bgzip"), "not_text"],
    ["a.txt", Uint8Array.from({ length: 5000 }, (_, index) => index * 7919 + (index >> 3)), "not_text"],
    ["a.txt", new Uint8Array([0x1f, 0x8b, 8, 0]), "other_archive"],
    ["a.txt", new Uint8Array([0x89, 0x50, 0x4e, 0x47]), "picture"],
    ["a.txt", said("\0\0\0\x18ftypM4A "), "recording"],
    ["a.txt", said("RIFF\0\0\0\0WAVE"), "recording"],
    ["a.xlsx", said("no table"), "damaged_excel"],
    ["a.odt", said("no text"), "damaged_odt"],
    ["a.pdf", said("no pages"), "damaged_pdf"],
    ["a.rtf", said("no rich text"), "damaged_rtf"],
    ["a.pdf", pdf([{ texts: [], picture: true }]), "scanned_pdf"],
    ["a.pdf", locked(), "locked_pdf"],
    ["a.docx", docx(paragraph(" ")), "empty"],
    ["a.html", said("<html><script>words</script></html>"), "empty"],
  ])("%s: %#", async (name, bytes, reason) => {
    expect(await readFile(name, bytes)).toEqual({ ok: false, reason });
  });

  test("a PDF that was cut off is damaged, or read as far as it goes", async () => {
    const bytes = pdf([lines(["Interviewer: yes?", "Participant: no."])]);
    for (let share = 0.05; share < 1; share += 0.05) {
      const file = await readFile("a.pdf", bytes.subarray(0, Math.floor(bytes.length * share)));
      if (!file.ok) expect(["damaged_pdf", "scanned_pdf"]).toContain(file.reason);
    }
  });
});

describe("what is large is no reason", () => {
  test("a million lines", async () => {
    const file = await readFile("a.txt", said("A: b\n".repeat(1_000_000)));
    expect(file.ok && file.reading.kind === "lines" && file.reading.text.length).toBe(5_000_000);
  });

  test("a line of ten megabytes, as text, page, rich text and table", async () => {
    const line = "word ".repeat(2 * MB);
    expect(await readFile("a.txt", said(line))).toMatchObject({ ok: true });
    expect(await readFile("a.html", said(`<p>${line}`))).toMatchObject({ ok: true });
    expect(await readFile("a.rtf", said(`{\\rtf1 ${line}}`))).toMatchObject({ ok: true });
    expect(await readFile("a.csv", said(`speaker,text\nA,"${line}"`))).toMatchObject({
      ok: true,
      format: "csv",
    });
  });

  test("above twelve million characters a text is too long, in whichever container", async () => {
    const long = "long words ".repeat(1_200_000);
    expect(await readFile("a.txt", said(long))).toEqual({ ok: false, reason: "text_too_long" });
    expect(await readFile("a.docx", docx(paragraph(long)))).toMatchObject({ ok: false });
    expect(await readFile("a.rtf", said(`{\\rtf1 ${long}}`))).toEqual({ ok: false, reason: "text_too_long" });
  });
});

/** One that says it is encrypted for a password that nobody has. */
function locked(): Uint8Array {
  const hex = "00".repeat(32);
  const encrypt = `/Encrypt<</Filter/Standard/V 1/R 2/O<${hex}>/U<${"ff".repeat(32)}>/P -4>>/ID[<00><00>]`;
  return pdf([lines(["secret"])], "latin", encrypt);
}
