import type { FoundQuestion, GuideQuestion, ParsedPassage, ReadingChoices } from "@/lib/domain/transcript";
import type { Base, Comparison } from "./comparing";
import type { Half, Place, PreviewRow, Summary } from "./parsing";
import type { PassageEdit } from "./passages";

export interface Parse {
  choices: ReadingChoices;
  guide: readonly GuideQuestion[];
  half: Half;
}

/** What the page asks of the worker. */
export interface Asks {
  open(input: { address: string }): Promise<null>;
  parse(input: Parse): Promise<Summary>;
  part(input: { part: number }): Promise<PreviewRow[]>;
  placeOf(input: { offset: number }): Promise<Place>;
  passages(input: { passages: readonly ParsedPassage[]; edit: PassageEdit }): Promise<ParsedPassage[]>;
  compare(input: { base: Base }): Promise<Comparison | null>;
  guide(input: { files: readonly { address: string; choices: ReadingChoices }[] }): Promise<FoundQuestion[]>;
}

type Input<Name extends keyof Asks> = Parameters<Asks[Name]>[0];
type Value<Name extends keyof Asks> = Awaited<ReturnType<Asks[Name]>>;

export interface Asked<Name extends keyof Asks> {
  id: number;
  name: Name;
  input: Input<Name>;
}

export type Answer = { id: number } & ({ ok: true; value: unknown } | { ok: false; reason: string });

interface Waiting {
  resolve: (value: never) => void;
  reject: (error: Error) => void;
}

/** The worker behind a preview, asked as if it were here. */
export class Parser {
  private readonly worker = new Worker(new URL("./parse.worker.ts", import.meta.url), { type: "module" });
  private readonly waiting = new Map<number, Waiting>();
  private last = 0;

  constructor() {
    this.worker.onmessage = ({ data }: MessageEvent<Answer>) => {
      const waiting = this.waiting.get(data.id);
      this.waiting.delete(data.id);
      if (data.ok) waiting?.resolve(data.value as never);
      else waiting?.reject(new Error(data.reason));
    };
    this.worker.onerror = () => this.fail("the worker ended");
  }

  ask<Name extends keyof Asks>(name: Name, input: Input<Name>): Promise<Value<Name>> {
    this.last += 1;
    const id = this.last;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      const asked: Asked<Name> = { id, name, input };
      this.worker.postMessage(asked);
    });
  }

  close(): void {
    this.worker.terminate();
    this.fail("closed");
  }

  private fail(reason: string): void {
    for (const { reject } of this.waiting.values()) reject(new Error(reason));
    this.waiting.clear();
  }
}
