import fc from "fast-check";
import { expect, test } from "vitest";
import { READ_FAULTS } from "@/lib/schemas/files";
import { TEXT_LIMIT } from "@/lib/schemas/transcripts";
import { readFile } from "@/lib/server/interchange/read-file";
import { docx, odt, paragraph, xlsx } from "@/tests/support/files/office";
import { lines, pdf } from "@/tests/support/files/pdf";
import { fuzzRuns } from "@/tests/support/fuzz";

// FUZZ_RUNS=100000 npx vitest run tests/unit/interchange/fuzz.test.ts tries for longer.

type Change =
  | { kind: "set"; at: number; byte: number }
  | { kind: "cut"; at: number; length: number }
  | { kind: "copy"; at: number; length: number; times: number }
  | { kind: "put"; at: number; what: string };

/** What has a meaning somewhere: limits of numbers, ends of structures, beginnings of others. */
const MARKS = [
  ...[
    "\0",
    "\xff\xff\xff\xff",
    "\x00\x00\x00\x80",
    "-1",
    "99999999999",
    "PK\x01\x02",
    "PK\x03\x04",
    "<",
    "/>",
    "]]>",
    "<!DOCTYPE x>",
  ],
  ...[
    "&a;",
    "&#0;",
    '"',
    "{",
    "}",
    "\\bin9999999",
    "\\u-1",
    "\\'",
    "endobj",
    "stream",
    "/Length -5",
    "/Kids[3 0 R]",
    "\x1b$B",
    "\xed\xa0\x80",
  ],
];

const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ kind: fc.constant("set" as const), at: fc.nat(), byte: fc.nat(255) }),
  fc.record({ kind: fc.constant("cut" as const), at: fc.nat(), length: fc.nat(2000) }),
  fc.record({ kind: fc.constant("copy" as const), at: fc.nat(), length: fc.nat(200), times: fc.nat(40) }),
  fc.record({ kind: fc.constant("put" as const), at: fc.nat(), what: fc.constantFrom(...MARKS) }),
);

function apply(bytes: Uint8Array, changes: readonly Change[]): Uint8Array {
  let now = Buffer.from(bytes);
  for (const each of changes) {
    const at = now.length === 0 ? 0 : each.at % now.length;
    const before = now.subarray(0, at);
    if (each.kind === "set") now = Buffer.concat([before, Buffer.from([each.byte]), now.subarray(at + 1)]);
    else if (each.kind === "cut") now = Buffer.concat([before, now.subarray(at + each.length)]);
    else if (each.kind === "put")
      now = Buffer.concat([before, Buffer.from(each.what, "latin1"), now.subarray(at)]);
    else {
      const piece = now.subarray(at, at + each.length);
      now = Buffer.concat([before, ...Array.from({ length: each.times }, () => piece), now.subarray(at)]);
    }
  }
  return new Uint8Array(now);
}

const latin = (text: string) => new Uint8Array(Buffer.from(text, "latin1"));
const markup = (text: string, changes: readonly Change[]) =>
  Buffer.from(apply(new TextEncoder().encode(text), changes)).toString("latin1");

const body = paragraph("Interviewer: yes?", "<w:r><w:tab/><w:br/></w:r>") + paragraph("Participant: no. 🍊");
const talk =
  '<text:p>Interviewer:<text:s text:c="3"/>yes?</text:p><text:p>no<text:note><text:p>n</text:p></text:note></text:p>';
const rows =
  '<row r="1"><c r="A1" t="inlineStr"><is><t>speaker</t></is></c><c r="B1" s="1"><v>45000.5</v></c></row>'.repeat(
    3,
  );
const rtf =
  "{\\rtf1\\ansi\\ansicpg932{\\fonttbl{\\f0\\fcharset128 M;}}{\\header h}\\f0 \\'95\\'b7\\'82\\'ab\\u12365?{\\*\\x y}\\par{\\upr{a}{\\*\\ud b}}}";
const html =
  '<!doctype html><html><head><meta charset="utf-8"></head><body><p>A: yes<br>B<table><td>c</table><pre> d</pre></body></html>';

/** Each container whole, and, where what matters is packed inside, with the change inside. */
const FILES: Record<string, (changes: readonly Change[]) => Uint8Array> = {
  "a.docx": (changes) => apply(docx(body), changes),
  "inside.docx": (changes) => docx(markup(body, changes)),
  "a.odt": (changes) => apply(odt(talk), changes),
  "inside.odt": (changes) => odt(markup(talk, changes)),
  "a.xlsx": (changes) => apply(xlsx({ sheets: { A: rows } }), changes),
  "inside.xlsx": (changes) =>
    xlsx({ sheets: { A: markup(rows, changes) }, shared: markup("<si><t>x</t></si>", changes) }),
  "a.pdf": (changes) =>
    apply(pdf([lines(["Interviewer: yes?", "Participant: no."]), lines(["A: b"])]), changes),
  "vertical.pdf": (changes) => apply(pdf([lines(["聞き手：はい？"])], "vertical"), changes),
  "a.rtf": (changes) => apply(latin(rtf), changes),
  "a.html": (changes) => apply(latin(html), changes),
  "a.csv": (changes) => apply(latin('speaker,text\nA,"b, ""c""\nd"\nE;f\n'.repeat(5)), changes),
  "a.vtt": (changes) => apply(latin("WEBVTT\n\n00:00.000 --> 00:01.000\n<v A>b</v>\n"), changes),
  "a.txt": (changes) => apply(new TextEncoder().encode("聞き手：はい？\nMori: déjà\n"), changes),
};

test.each(Object.keys(FILES))(
  "whatever is done to it, reading ends with a reading or a known reason: %s",
  async (name) => {
    const make = FILES[name];
    if (!make) throw new Error(name);
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
        const file = await readFile(name, make(changes));
        if (!file.ok) expect(READ_FAULTS).toContain(file.reason);
        else if (file.reading.kind === "table") {
          const { columns, rows } = file.reading;
          expect(rows.every((row) => row.length === columns.length)).toBe(true);
        } else expect(file.reading.text.length).toBeLessThanOrEqual(TEXT_LIMIT);
      }),
      { numRuns: fuzzRuns(name.endsWith(".pdf") ? 60 : 250) },
    );
  },
  60_000 + 50 * fuzzRuns(0),
);
