import "server-only";
import { Pieces } from "../limits";
import { decodeBytes, isLead } from "./charsets";

/** Gathers bytes of text until they are whole characters, and Unicode units as they come. */
export class RtfText {
  private readonly pieces = new Pieces();
  private bytes: number[] = [];
  private encoding = "windows-1252";
  /** The last byte is the first of two. */
  private half = false;

  byte(value: number, encoding: string): void {
    if (encoding !== this.encoding && !this.half) this.flush();
    if (!this.half) this.encoding = encoding;
    this.bytes.push(value);
    this.half = !this.half && isLead(this.encoding, value);
    if (this.bytes.length >= 4096 && !this.half) this.flush();
  }

  /** Whether a character lacks its second byte. */
  get waits(): boolean {
    return this.half;
  }

  /** A UTF-16 code unit; characters beyond the first plane come as two. */
  unit(value: number): void {
    this.flush();
    this.pieces.add(String.fromCharCode(value));
  }

  add(words: string): void {
    this.flush();
    this.pieces.add(words);
  }

  flush(): void {
    if (this.bytes.length === 0) return;
    const bytes = this.bytes;
    this.bytes = [];
    this.half = false;
    this.pieces.add(decodeBytes(this.encoding, bytes));
  }

  toString(): string {
    this.flush();
    return this.pieces.toString();
  }
}
