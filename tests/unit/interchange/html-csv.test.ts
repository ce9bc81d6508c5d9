import { describe, expect, test } from "vitest";
import { readFile } from "@/lib/server/interchange/read-file";

async function read(name: string, content: string | Uint8Array) {
  const file = await readFile(
    name,
    typeof content === "string" ? new TextEncoder().encode(content) : content,
  );
  if (!file.ok) throw new Error(file.reason);
  return file;
}
const lines = async (html: string) => {
  const { reading } = await read("a.html", html);
  return reading.kind === "lines" ? reading.text : null;
};

describe("HTML", () => {
  test("a line for each block and each break; blanks as a browser shows them", async () => {
    const page = `<!doctype html><html><head><title>t</title><style>x</style></head><body>
      <h1>Interview</h1><p><b>聞き手：</b> yes &amp;
      no?<br>森&nbsp;：no&#12290;</p><script>bad()</script><nav>menu</nav>
      <table><tr><td>A</td><td><p>one</p></td></tr></table><pre>  a
  b</pre><ruby>森<rt>もり</rt></ruby><img src=x></body></html>`;
    const file = await read("a.html", page);
    expect(file).toMatchObject({ format: "html", leftOut: [{ kind: "images", count: 1 }] });
    expect(file.reading).toEqual({
      kind: "lines",
      text: "Interview\n聞き手： yes & no?\n森\u00a0：no。\nA\none\n  a\n  b\n森\n",
    });
  });

  test("what never closes, closes twice or is no tag", async () => {
    expect(await lines("<html><p>a<div>b</p></div></div>c < d <<e> & &unknown; &#x110000;")).toMatch(
      /^a\nb\nc/,
    );
    expect(await lines("<html><p>a<svg><p>x</svg>b")).toBe("ab\n");
  });

  test("a page says how it is written", async () => {
    const page = Buffer.concat([
      Buffer.from('<html><meta charset="Shift_JIS"><p>'),
      Buffer.from([0x95, 0xb7, 0x82, 0xab, 0x8e, 0xe8]),
    ]);
    expect(await read("a.html", new Uint8Array(page))).toMatchObject({
      encoding: "shift_jis",
      reading: { text: "聞き手\n" },
    });
  });
});

describe("CSV", () => {
  test.each([
    [",", 'speaker,text\nA,"x, ""y""\nz"\nB,\n\n'],
    [";", 'speaker;text\nA;"x, ""y""\nz"\nB;\n'],
    ["\t", 'speaker\ttext\nA\t"x, ""y""\nz"\nB\t\n'],
    ["sep=|", 'sep=|\r\nspeaker|text\r\nA|"x, ""y""\nz"\r\nB|\r\n'],
  ])("separated by %j", async (_, content) => {
    expect((await read("a.csv", `\uFEFF${content}`)).reading).toEqual({
      kind: "table",
      columns: ["speaker", "text"],
      rows: [
        ["A", 'x, "y"\nz'],
        ["B", ""],
      ],
    });
  });

  test("rows of unequal length are filled up, and columns without a name lettered", async () => {
    expect((await read("a.csv", "number,name\n1,A,x\n2\n")).reading).toEqual({
      kind: "table",
      columns: ["number", "name", "C"],
      rows: [
        ["1", "A", "x"],
        ["2", "", ""],
      ],
    });
  });

  test("a first row that is talk is no heading", async () => {
    const { reading } = await read(
      "a.csv",
      "Ms. Mori,Good morning\nMr. Ito,Good morning to you\nMs. Mori,Shall we?\n",
    );
    expect(reading).toMatchObject({ columns: ["A", "B"], rows: { length: 3 } });
  });

  test("a speaker who comes again below is no heading, whatever stands in the other columns", async () => {
    const { reading } = await read("a.csv", "Name,well\nName,12\nIto,13\n");
    expect(reading).toMatchObject({ columns: ["A", "B"], rows: { length: 3 } });
  });

  test("a heading in words of the study's own, over figures", async () => {
    const { reading } = await read("a.csv", "Nr,Sektor\n1,Verwaltung\n2,Wirtschaft\n");
    expect(reading).toMatchObject({ columns: ["Nr", "Sektor"] });
  });

  test("quotation marks inside of cells, and one that never closes", async () => {
    expect((await read("a.csv", 'speaker,text\nA,say "yes" now\n')).reading).toMatchObject({
      rows: [["A", 'say "yes" now']],
    });
    expect((await read("a.csv", 'speaker,text\nA,"never\nB,closed\n')).reading).toMatchObject({
      rows: [
        ["A", '"never'],
        ["B", "closed"],
      ],
    });
  });

  test("one where nothing is separated is a text", async () => {
    expect((await read("a.csv", "A: yes\nB: no\n")).reading.kind).toBe("lines");
  });
});
