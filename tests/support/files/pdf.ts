export interface PdfPage {
  /** Text at a place from the bottom left, in points. */
  texts: { text: string; x: number; y: number; size?: number; angle?: 0 | 90 | 45 }[];
  /** A page with a picture alone. */
  picture?: boolean;
  rotate?: 90;
}

/** Fonts that a reader has to know, as older Japanese documents name them without holding them. */
const FONTS = {
  latin: { encoding: null, bytes: (text: string) => Buffer.from(text, "latin1") },
  horizontal: { encoding: "UniJIS-UCS2-H", bytes: (text: string) => Buffer.from(text, "utf16le").swap16() },
  vertical: { encoding: "UniJIS-UCS2-V", bytes: (text: string) => Buffer.from(text, "utf16le").swap16() },
} as const;

/** A PDF of a few pages, with nothing packed, so that a test can see and break it. */
export function pdf(pages: readonly PdfPage[], font: keyof typeof FONTS = "latin", encrypt = ""): Uint8Array {
  const objects: string[] = ["<</Type/Catalog/Pages 2 0 R>>", ""];
  const add = (object: string) => objects.push(object);
  const { encoding, bytes } = FONTS[font];
  const fontObject = encoding
    ? add(
        `<</Type/Font/Subtype/Type0/BaseFont/HeiseiMin-W3/Encoding/${encoding}/DescendantFonts[<</Type/Font/Subtype/CIDFontType0/BaseFont/HeiseiMin-W3/CIDSystemInfo<</Registry(Adobe)/Ordering(Japan1)/Supplement 2>>/FontDescriptor<</Type/FontDescriptor/FontName/HeiseiMin-W3/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80>>>>]>>`,
      )
    : add("<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding>>");
  const kids: string[] = [];
  for (const { texts, picture = false, rotate } of pages) {
    const words = texts.map(({ text, x, y, size = 10, angle = 0 }) => {
      const turn = { 0: "1 0 0 1", 90: "0 1 -1 0", 45: "0.7 0.7 -0.7 0.7" }[angle];
      return `/F1 ${size} Tf ${turn} ${x} ${y} Tm <${bytes(text).toString("hex")}> Tj`;
    });
    const drawn = picture ? "q 100 0 0 100 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q" : "";
    const content = `BT ${words.join(" ")} ET ${drawn}`;
    const stream = add(`<</Length ${content.length}>>stream\n${content}\nendstream`);
    const turned = rotate ? `/Rotate ${rotate}` : "";
    kids.push(
      `${add(`<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]${turned}/Contents ${stream} 0 R/Resources<</Font<</F1 ${fontObject} 0 R>>>>>>`)} 0 R`,
    );
  }
  objects[1] = `<</Type/Pages/Kids[${kids.join(" ")}]/Count ${kids.length}>>`;
  let body = "%PDF-1.4\n";
  const places = objects.map((object, index) => {
    const place = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const table = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("");
  body += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer<</Size ${objects.length + 1}/Root 1 0 R${encrypt}>>\nstartxref\n${body.length}\n%%EOF`;
  return new Uint8Array(Buffer.from(body, "latin1"));
}

/** A page of lines set solid from the top, in a font whose letters are six tenths of its size wide. */
export const lines = (
  texts: readonly string[],
  { x = 60, top = 780, leading = 12, size = 10 } = {},
): PdfPage => ({
  texts: texts.map((text, index) => ({ text, x, y: top - index * leading, size })),
});
