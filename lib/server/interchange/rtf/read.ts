import "server-only";
import type { LeftOut } from "@/lib/domain/transcript";
import { DEPTH_LIMIT, Unreadable } from "../limits";
import { Tally } from "../office/tally";
import { encodingOfCharset, encodingOfCodePage } from "./charsets";
import { RtfText } from "./text";
import { type RtfToken, rtfTokens } from "./tokens";

/** Groups that hold no words of the text, and as what those that people may miss are left out. */
const SKIPPED: Record<string, LeftOut["kind"] | null> = {
  fonttbl: null,
  colortbl: null,
  stylesheet: null,
  info: null,
  listtext: null,
  pntext: null,
  fldinst: null,
  datafield: null,
  objdata: null,
  objclass: null,
  nonshppict: null,
  xe: null,
  tc: null,
  pict: "images",
  header: "headers",
  headerl: "headers",
  headerr: "headers",
  headerf: "headers",
  footer: "footers",
  footerl: "footers",
  footerr: "footers",
  footerf: "footers",
  footnote: "footnotes",
  annotation: "comments",
};
/** Groups that old readers skip, although they hold words: text boxes, pictures' frames, and Unicode twins. */
const KEPT_ALTHOUGH_OPTIONAL = new Set(["shpinst", "shptxt", "ud", "shppict"]);

const SIGNS: Record<string, string> = {
  par: "\n",
  line: "\n",
  sect: "\n",
  page: "\n",
  cell: "\n",
  nestcell: "\n",
  row: "\n",
  nestrow: "\n",
  tab: "\t",
  emdash: "—",
  endash: "–",
  lquote: "‘",
  rquote: "’",
  ldblquote: "“",
  rdblquote: "”",
  bullet: "•",
  emspace: "\u2003",
  enspace: "\u2002",
  qmspace: "\u2005",
  zwj: "\u200d",
  zwnj: "\u200c",
  ltrmark: "\u200e",
  rtlmark: "\u200f",
};
const SYMBOLS: Record<string, string> = { "~": "\u00a0", _: "\u2011", "{": "{", "}": "}", "\\": "\\" };

interface Group {
  skipped: boolean;
  /** Inside of the table of fonts. */
  fonts: boolean;
  /** An old form whose Unicode twin follows. */
  twin: boolean;
  font: number | null;
  /** Characters that stand after \u for readers that do not know it. */
  fallback: number;
  /** Deleted under tracked changes, or hidden. */
  unseen: boolean;
}

/** The words of a rich text, a line for each paragraph, line break and cell. */
export function readRtf(bytes: Uint8Array): { text: string; leftOut: LeftOut[] } {
  const reader = new RtfReader();
  for (const token of rtfTokens(bytes)) reader.take(token);
  return reader.result;
}

class RtfReader {
  private readonly text = new RtfText();
  private readonly tally = new Tally();
  private readonly encodings = new Map<number, string>();
  private readonly stack: Group[] = [];
  private group: Group = {
    skipped: false,
    fonts: false,
    twin: false,
    font: null,
    fallback: 1,
    unseen: false,
  };
  private encoding = "windows-1252";
  private font = 0;
  /** A group has just begun with \*, which lets readers skip what they do not know. */
  private optional = false;
  private toSkip = 0;

  take(token: RtfToken): void {
    if (token.kind === "byte") {
      this.byte(token.value);
      return;
    }
    if (token.kind === "symbol" && this.text.waits && /[\\{}]/.test(token.name)) {
      // A brace or a backslash may be the second byte of a Japanese character.
      this.byte(token.name.charCodeAt(0));
      return;
    }
    this.text.flush();
    if (token.kind === "open") this.open();
    else if (token.kind === "close") this.group = this.stack.pop() ?? this.group;
    else if (token.kind === "word") this.word(token.name, token.value);
    else if (token.name === "*") this.optional = true;
    else this.add(SYMBOLS[token.name] ?? "");
  }

  get result() {
    return { text: this.text.toString(), leftOut: this.tally.leftOut };
  }

  private open(): void {
    if (this.stack.length > DEPTH_LIMIT) throw new Unreadable("nested_too_deep");
    this.stack.push(this.group);
    this.group = { ...this.group };
    this.optional = false;
    this.toSkip = 0;
  }

  private get shown(): boolean {
    return !this.group.skipped && !this.group.unseen;
  }

  private byte(value: number): void {
    this.optional = false;
    if (this.toSkip > 0) this.toSkip--;
    else if (this.shown) this.text.byte(value, this.encodings.get(this.group.font ?? -1) ?? this.encoding);
  }

  private add(words: string): void {
    this.optional = false;
    if (this.toSkip > 0 && words !== "") this.toSkip--;
    else if (this.shown) this.text.add(words);
  }

  private word(name: string, value: number | null): void {
    const optional = this.optional;
    this.optional = false;
    if (this.group.fonts) {
      this.fontWord(name, value);
      return;
    }
    if (name === "u" && value !== null) {
      // Written as a signed number of sixteen bits.
      if (this.shown) this.text.unit(value & 0xffff);
      this.toSkip = this.group.fallback;
      return;
    }
    const left = SKIPPED[name];
    if (left !== undefined || (optional && !KEPT_ALTHOUGH_OPTIONAL.has(name))) {
      if (left && !this.group.skipped) this.tally.add(left);
      this.group.skipped = true;
      if (name === "fonttbl") this.group.fonts = true;
      return;
    }
    if (name === "upr") {
      this.group.twin = true;
      this.group.skipped = true;
    } else if (name === "ud" && this.group.twin) this.group.skipped = false;
    else if (name === "ansicpg" && value !== null) this.encoding = encodingOfCodePage(value);
    else if (name === "mac") this.encoding = "macintosh";
    else if (name === "f") this.group.font = value;
    else if (name === "uc") this.group.fallback = Math.min(Math.max(value ?? 1, 0), 16);
    else if (name === "plain") this.group.unseen = false;
    else if (name === "v") this.group.unseen = value !== 0;
    else if (name === "deleted") this.delete(value !== 0);
    else this.add(SIGNS[name] ?? "");
  }

  private delete(deleted: boolean): void {
    if (deleted && this.shown) this.tally.add("deletions");
    this.group.unseen = deleted;
  }

  /** The table of fonts says which encoding each one's bytes are in. */
  private fontWord(name: string, value: number | null): void {
    if (name === "f" && value !== null) this.font = value;
    const encoding =
      name === "fcharset" && value !== null
        ? encodingOfCharset(value)
        : name === "cpg" && value
          ? encodingOfCodePage(value)
          : null;
    if (encoding) this.encodings.set(this.font, encoding);
  }
}
