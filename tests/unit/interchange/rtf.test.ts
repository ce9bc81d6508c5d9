import { describe, expect, test } from "vitest";
import { readFile } from "@/lib/server/interchange/read-file";

const HEAD = String.raw`{\rtf1\ansi\ansicpg932\deff0{\fonttbl{\f0\fnil\fcharset128 MS Mincho;}{\f1\fnil\fcharset0 Arial;}{\f2\fcharset204 Cyr;}}{\colortbl;\red0;}{\*\generator Word;}{\info{\title secret}}`;

async function read(body: string, head = HEAD) {
  const file = await readFile("a.rtf", new Uint8Array(Buffer.from(`${head}${body}}`, "latin1")));
  if (!file.ok || file.reading.kind !== "lines") throw new Error(JSON.stringify(file));
  return {
    text: file.reading.text,
    leftOut: Object.fromEntries(file.leftOut.map(({ kind, count }) => [kind, count])),
  };
}

/** The bytes of cp932 as Word escapes them. */
const escaped = (...bytes: number[]) => bytes.map((byte) => `\\'${byte.toString(16)}`).join("");

describe("rich text", () => {
  test("Japanese by the font's character set, western by another font's", async () => {
    // 聞き手：
    const ask = escaped(0x95, 0xb7, 0x82, 0xab, 0x8e, 0xe8, 0x81, 0x46);
    expect((await read(`\\f0 ${ask}\\f1  caf\\'e9\\par\\f2 \\'cc\\'ee\\par`)).text).toBe(
      "聞き手： café\nМо\n",
    );
  });

  test("the second byte of a character may be a letter, a brace or a backslash", async () => {
    // 表 is 95 5C, ポ is 83 7C, ム is 83 80, ボ is 83 7B.
    expect((await read("\\f0 \\'95\\'5c\\'95\\\\\\'83\\{\\'83|\\par")).text).toBe("表表ボポ\n");
  });

  test("Unicode with what stands for it in old programs", async () => {
    expect((await read("\\uc1 \\u32862?\\u-10180?\\u-8369?x\\uc2\\u12365 \\'82\\'ab\\uc0\\u33 y")).text).toBe(
      "聞🍏xき!y",
    );
    expect((await read("{\\upr{old}{\\*\\ud{new}}}")).text).toBe("new");
  });

  test("signs, cells and line breaks", async () => {
    expect(
      (await read("a\\tab b\\line c\\emdash\\ldblquote d\\rdblquote\\~\\_\\-e\\cell f\\cell\\row \\{\\}\\\n"))
        .text,
    ).toBe("a\tb\nc—“d”\u00a0\u2011e\nf\n\n{}\n");
  });

  test("what is not the text is left out and counted", async () => {
    const body =
      "{\\header Top\\par}{\\footerr Page}{\\*\\unknown {nested} words}text{\\footnote note}{\\pict\\wmetafile8 0102}{\\v hidden}" +
      "{\\*\\shppict{\\pict 00}}{\\nonshppict{\\pict 00}}{\\deleted gone}{\\field{\\*\\fldinst HYPERLINK}{\\fldrslt link}}{\\listtext 1.\\tab}" +
      "{\\shp{\\*\\shpinst{\\shptxt box}}}\\bin4 \\'{}}after";
    expect(await read(body)).toEqual({
      text: "textlinkboxafter",
      leftOut: { headers: 1, footers: 1, footnotes: 1, images: 2, deletions: 1 },
    });
  });

  test("what claims more than there is, or ends in the middle", async () => {
    expect((await read("a\\bin999999999 b")).text).toBe("a");
    expect((await read("a\\'8", "{\\rtf1 ")).text).toMatch(/^a/);
    expect((await read("}}}}a", "{\\rtf1 ")).text).toBe("a");
    expect((await read("\\u99999999999 a\\f99999999 b", "{\\rtf1 ")).text).toMatch(/b$/);
  });

  test("the code page of the document where the font says none", async () => {
    expect((await read("\\'e9", "{\\rtf1\\ansi\\ansicpg1251 ")).text).toBe("й");
    expect((await read("\\'8e", "{\\rtf1\\mac ")).text).toBe("é");
  });
});
