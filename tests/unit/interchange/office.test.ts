import { describe, expect, test } from "vitest";
import { readFile } from "@/lib/server/interchange/read-file";
import { docx, odt, odtStyles, paragraph, xlsx } from "@/tests/support/files/office";

const text = async (name: string, bytes: Uint8Array) => {
  const file = await readFile(name, bytes);
  if (!file.ok || file.reading.kind === "table") throw new Error(JSON.stringify(file));
  return { text: file.reading.text, leftOut: file.leftOut };
};
const table = async (bytes: Uint8Array) => {
  const file = await readFile("a.xlsx", bytes);
  if (!file.ok || file.reading.kind !== "table") throw new Error(JSON.stringify(file));
  return { columns: file.reading.columns, rows: file.reading.rows, leftOut: file.leftOut };
};

describe("Word", () => {
  test("tabs and breaks stay; deleted, hidden-away and instructing words do not", async () => {
    const body =
      paragraph("聞き手：", "<w:r><w:tab/><w:br/></w:r>", "👩‍👩‍👧 ä") +
      `<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:del><w:r><w:delText>old</w:delText><w:t>older</w:t></w:r></w:del><w:ins><w:r><w:t>new</w:t></w:r></w:ins><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>` +
      `<w:p><w:r><w:ruby><w:rt><w:r><w:t>きき</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>聞</w:t></w:r></w:rubyBase></w:ruby><w:noBreakHyphen/><w:footnoteReference/><w:commentReference/></w:r></w:p>`;
    const others = ["header1", "footer1", "footer2"].map((name) => ({
      name: `word/${name}.xml`,
      data: "<x/>",
    }));
    const file = await text("a.docx", docx(body, others));
    expect(file.text).toBe("聞き手：\t\n👩‍👩‍👧 ä\nnew\n聞\u2011\n");
    expect(Object.fromEntries(file.leftOut.map(({ kind, count }) => [kind, count]))).toEqual({
      deletions: 1,
      footnotes: 1,
      comments: 1,
      headers: 1,
      footers: 2,
    });
  });

  test("a text box follows its paragraph, once", async () => {
    const box = "<w:txbxContent><w:p><w:r><w:t>box</w:t></w:r></w:p></w:txbxContent>";
    const mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';
    const body = paragraph(
      "be",
      `<w:r><mc:AlternateContent ${mc}><mc:Choice>${box}</mc:Choice><mc:Fallback>${box}</mc:Fallback></mc:AlternateContent></w:r>`,
      "fore",
    );
    expect((await text("a.docx", docx(body))).text).toBe("before\nbox\n");
  });
});

describe("OpenDocument", () => {
  test("blanks as the format has them, and what is left out", async () => {
    const body = `<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion></text:changed-region></text:tracked-changes>
      <text:h>Interview</text:h>
      <text:p>Interviewer:
        yes <text:s text:c="3"/>?<text:tab/><text:span>森<text:note><text:note-body><text:p>foot</text:p></text:note-body></text:note></text:span><text:line-break/> two</text:p>
      <text:list><text:list-item><text:p>item</text:p></text:list-item></text:list>
      <text:p>a<draw:frame><draw:text-box><text:p>box</text:p></draw:text-box><svg:title>hidden</svg:title></draw:frame>b</text:p>`;
    const styles = odtStyles("<style:header>x</style:header><style:footer>y</style:footer>");
    const file = await text("a.odt", odt(body, [styles]));
    expect(file.text).toBe("Interview\nInterviewer: yes    ?\t森\ntwo\nitem\nab\nbox\n");
    expect(file.leftOut).toEqual([
      { kind: "deletions", count: 1 },
      { kind: "footnotes", count: 1 },
      { kind: "headers", count: 1 },
      { kind: "footers", count: 1 },
    ]);
  });

  test("one that is locked", async () => {
    const manifest = "<m:manifest xmlns:m='x'><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>";
    const bytes = odt("", [{ name: "META-INF/manifest.xml", data: manifest }]);
    expect(await readFile("a.odt", bytes)).toEqual({ ok: false, reason: "locked_office" });
  });
});

describe("Excel", () => {
  const styles = `<numFmts><numFmt numFmtId="164" formatCode="[$-411]ggge&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="165" formatCode="[h]:mm:ss"/><numFmt numFmtId="166" formatCode="#,##0.00\\ &quot;days&quot;"/></numFmts>
    <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
    <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="22"/><xf numFmtId="166"/></cellXfs>`;
  const cell = (place: string, type: string, value: string, style = 0) =>
    type === "inlineStr"
      ? `<c r="${place}" t="inlineStr"><is><t>${value}</t></is></c>`
      : `<c r="${place}" t="${type}" s="${style}"><v>${value}</v></c>`;

  test("texts, numbers, dates and times as they are shown; gaps and readings", async () => {
    const shared = "<si><t>speaker</t></si><si><r><t>山</t></r><r><t>田</t></r><rPh><t>やまだ</t></rPh></si>";
    const rows = [
      `<row r="1">${cell("A1", "s", "0")}${cell("C1", "inlineStr", "x")}${cell("D1", "inlineStr", "y")}</row>`,
      `<row r="9">${cell("A9", "s", "1")}${cell("C9", "n", "45000", 1)}${cell("D9", "n", "0.1", 0)}</row>`,
      `<row r="10">${cell("A10", "n", "0.30000000000000004")}${cell("C10", "n", "45000.5", 4)}${cell("D10", "n", "1.0420138889", 3)}</row>`,
      `<row r="11">${cell("A11", "b", "1")}${cell("C11", "n", "45000", 2)}${cell("D11", "n", "1234.5", 5)}</row>`,
      '<row r="1048576"><c r="B1048576"/></row>',
    ].join("");
    const { columns, rows: read } = await table(xlsx({ sheets: { One: rows }, shared, styles }));
    expect(columns).toEqual(["speaker", "B", "x", "y"]);
    expect(read).toEqual([
      ["山田", "", "2023-03-15", "0.1"],
      ["0.3", "", "2023-03-15 12:00:00", "25:00:30"],
      ["TRUE", "", "2023-03-15", "1234.5"],
    ]);
  });

  test("days are counted from 1904 where the workbook says so", async () => {
    const rows = `<row><c t="inlineStr"><is><t>date</t></is></c></row><row><c s="1"><v>43538</v></c></row>`;
    expect((await table(xlsx({ sheets: { One: rows }, styles, from1904: true }))).rows).toEqual([
      ["2023-03-15"],
    ]);
  });

  test("the first sheet that is shown and holds something; the others are said", async () => {
    const row = (value: string) => `<row>${cell("A1", "inlineStr", value)}</row>`;
    const file = await table(
      xlsx({ sheets: { Secret: row("s"), Empty: "", Talk: row("t"), More: row("m") }, hidden: ["Secret"] }),
    );
    expect(file.rows).toEqual([["t"]]);
    expect(file.leftOut).toEqual([{ kind: "sheets", count: 2, example: "Empty, More" }]);
  });
});
