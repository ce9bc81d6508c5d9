import type { NamedFile } from "./dropped";
import type { BatchFile } from "./files";
import { sendFile } from "./send";

/** Files that are sent at once. */
const AT_ONCE = 3;
/** How long after a failed sending the same file is sent again; doubled up to the longest, in milliseconds. */
const FIRST_WAIT = 1000;
const LONGEST_WAIT = 30_000;

interface Sending {
  name: string;
  file: File;
  position: number;
  wait: number;
  abort: AbortController;
}

interface Listener {
  /** How a file comes along. */
  onChange: (id: string, changes: Partial<BatchFile>) => void;
  /** The server has something new. */
  onSent: () => void;
}

/** Sends the files of a batch a few at a time, again where that fails, always under the same id. */
export class Sender {
  /** What the server does not have yet. */
  private readonly files = new Map<string, Sending>();
  /** In the order in which they came. */
  private readonly queue: string[] = [];
  private active = 0;

  constructor(
    private readonly batchId: string,
    private readonly listener: Listener,
  ) {}

  get size(): number {
    return this.files.size;
  }

  take(id: string, { name, file }: NamedFile, position: number): void {
    this.files.set(id, { name, file, position, wait: FIRST_WAIT, abort: new AbortController() });
    this.enqueue(id);
  }

  /** The server has it, or nobody wants it any more. */
  drop(id: string): void {
    const sending = this.files.get(id);
    this.files.delete(id);
    sending?.abort.abort();
  }

  /** As `drop`, but lets a sending that is under way end by itself. */
  forget(id: string): void {
    this.files.delete(id);
  }

  private enqueue(id: string): void {
    this.queue.push(id);
    this.next();
  }

  private next(): void {
    while (this.active < AT_ONCE) {
      const id = this.queue.shift();
      if (id === undefined) return;
      const sending = this.files.get(id);
      if (sending) void this.send(id, sending);
    }
  }

  private async send(id: string, sending: Sending): Promise<void> {
    this.active += 1;
    const { onChange, onSent } = this.listener;
    onChange(id, { status: "sending", sent: 0, problem: null });
    const sent = await sendFile({
      address: `/api/imports/${this.batchId}/uploads/${id}?position=${sending.position}`,
      name: sending.name,
      file: sending.file,
      onProgress: (bytes) => onChange(id, { sent: bytes }),
      signal: sending.abort.signal,
    });
    this.active -= 1;
    if (this.files.has(id)) {
      if (sent.ok) {
        this.files.delete(id);
        onChange(id, { status: "received", sent: sending.file.size });
        onSent();
      } else if (sent.error.code === "unavailable") {
        onChange(id, { status: "waiting", problem: "upload_cut_off" });
        setTimeout(() => this.enqueue(id), sending.wait);
        sending.wait = Math.min(sending.wait * 2, LONGEST_WAIT);
      } else if (sent.error.code === "conflict" && !sent.error.detail) {
        // Another window of this batch took the place; any other will do.
        sending.position += 1000 + Math.floor(Math.random() * 100_000);
        onChange(id, { status: "waiting" });
        this.queue.push(id);
      } else {
        this.files.delete(id);
        onChange(id, { status: "refused", problem: sent.error.detail ?? sent.error.code });
      }
    }
    this.next();
  }
}
