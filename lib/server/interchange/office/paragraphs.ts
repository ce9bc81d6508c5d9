import "server-only";
import { TEXT_LIMIT } from "@/lib/schemas/transcripts";
import { Unreadable } from "../limits";

interface Open {
  pieces: string[];
  /** Paragraphs of text boxes that are anchored in this one; they stand after it. */
  boxes: string[];
}

/** Paragraphs as lines, in their order. A paragraph inside another, as in a text box, follows the outer one. */
export class Paragraphs {
  private readonly done: string[] = [];
  private readonly open: Open[] = [];
  private length = 0;

  begin(): void {
    this.open.push({ pieces: [], boxes: [] });
  }

  /** Words outside of any paragraph are markup's white space. */
  add(words: string): void {
    const paragraph = this.open.at(-1);
    if (!paragraph) return;
    this.length += words.length;
    if (this.length > TEXT_LIMIT) throw new Unreadable("text_too_long");
    paragraph.pieces.push(words);
  }

  /** What the open paragraph ends with so far. */
  get last(): string {
    return this.open.at(-1)?.pieces.at(-1) ?? "";
  }

  end(tidy: (line: string) => string = (line) => line): void {
    const paragraph = this.open.pop();
    if (!paragraph) return;
    const outer = this.open.at(-1)?.boxes ?? this.done;
    outer.push(`${tidy(paragraph.pieces.join(""))}\n`);
    for (const box of paragraph.boxes) outer.push(box);
  }

  toString(): string {
    return this.done.join("");
  }
}
