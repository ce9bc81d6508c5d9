import { type Parse, Parser } from "./parser";
import type { Summary } from "./parsing";

export interface Preview {
  parser: Parser | null;
  /** As last parsed; kept while it is parsed anew. */
  summary: Summary | null;
  busy: boolean;
  failed: boolean;
}

export const NOTHING: Preview = { parser: null, summary: null, busy: true, failed: false };

/** One open file. Choices that come while it is being parsed wait, and of several only the last is parsed. */
export class PreviewSession {
  private readonly parser = new Parser();
  private readonly opened: Promise<unknown>;
  private preview: Preview = { ...NOTHING, parser: this.parser };
  private wanted: Parse | null = null;
  private running = false;
  private closed = false;

  constructor(
    address: string,
    private readonly tell: (preview: Preview) => void,
  ) {
    this.opened = this.parser.ask("open", { address });
    // Whoever parses waits for it and says so; closing before that is no failure.
    this.opened.catch(() => undefined);
  }

  want(asked: Parse): void {
    this.wanted = asked;
    if (!this.running) void this.run();
  }

  close(): void {
    this.closed = true;
    this.parser.close();
  }

  private async run(): Promise<void> {
    this.running = true;
    try {
      await this.opened;
      while (this.wanted && !this.closed) {
        const asked = this.wanted;
        this.wanted = null;
        this.say({ busy: true });
        const summary = await this.parser.ask("parse", asked);
        this.say({ summary, busy: this.wanted !== null });
      }
    } catch {
      this.say({ busy: false, failed: true });
    }
    this.running = false;
  }

  private say(changes: Partial<Preview>): void {
    if (this.closed) return;
    this.preview = { ...this.preview, ...changes };
    this.tell(this.preview);
  }
}
