import "server-only";

/** Encodings by the number of a font's character set (RTF 1.9.1, "Font Table"). */
const BY_CHARSET: Record<number, string> = {
  0: "windows-1252",
  77: "macintosh",
  78: "shift_jis",
  128: "shift_jis",
  129: "euc-kr",
  134: "gbk",
  136: "big5",
  161: "windows-1253",
  162: "windows-1254",
  163: "windows-1258",
  177: "windows-1255",
  178: "windows-1256",
  186: "windows-1257",
  204: "windows-1251",
  222: "windows-874",
  238: "windows-1250",
};

const BY_CODE_PAGE: Record<number, string> = {
  866: "ibm866",
  874: "windows-874",
  932: "shift_jis",
  936: "gbk",
  949: "euc-kr",
  950: "big5",
  10000: "macintosh",
  10001: "shift_jis",
  20932: "euc-jp",
  51932: "euc-jp",
  65001: "utf-8",
};

/** The encoding of a code page; western where it is not known. */
export function encodingOfCodePage(page: number): string {
  return BY_CODE_PAGE[page] ?? (page >= 1250 && page <= 1258 ? `windows-${page}` : "windows-1252");
}

/** The encoding of a font's character set, or null where the document's own applies. */
export const encodingOfCharset = (charset: number): string | null => BY_CHARSET[charset] ?? null;

/** Whether a byte is the first of two in this encoding. */
export function isLead(encoding: string, byte: number): boolean {
  if (encoding === "shift_jis") return (byte >= 0x81 && byte <= 0x9f) || (byte >= 0xe0 && byte <= 0xfc);
  return /^(?:gbk|big5|euc-kr|euc-jp)$/.test(encoding) && byte >= 0x81 && byte <= 0xfe;
}

const decoders = new Map<string, TextDecoder>();

export function decodeBytes(encoding: string, bytes: readonly number[]): string {
  let decoder = decoders.get(encoding);
  if (!decoder) {
    decoder = new TextDecoder(encoding);
    decoders.set(encoding, decoder);
  }
  return decoder.decode(Uint8Array.from(bytes));
}
