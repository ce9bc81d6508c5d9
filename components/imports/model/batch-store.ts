import type { ActionResult, ErrorBody } from "@/lib/access/errors";
import { type BatchChoices, type BatchPlace, BatchProgress, type ImportChoices } from "@/lib/schemas/imports";
import { FILE_LIMIT } from "@/lib/schemas/transcripts";
import {
  addUploads,
  cancelUploads,
  keepBatchChoices,
  keepChoices,
  readAgain,
} from "@/lib/server/imports/actions";
import type { NamedFile } from "./dropped";
import { type BatchFile, isUnderWay, ofRow } from "./files";
import { sendFile } from "./send";

export interface BatchState {
  readonly files: readonly BatchFile[];
  /** What a person chose for a file. */
  readonly chosen: Readonly<Record<string, ImportChoices>>;
  readonly choices: BatchChoices | null;
  readonly cancelled: boolean;
  /** The last thing that went wrong with the batch as a whole. */
  readonly error: ErrorBody | null;
}

/** Files that are sent at once, and how long the page waits before it asks again, in milliseconds. */
const AT_ONCE = 3;
const ASK_AGAIN = 1000;
/** How long after a failed sending the same file is sent again; doubled up to the longest. */
const FIRST_WAIT = 1000;
const LONGEST_WAIT = 30_000;
/** Files whose choices go in one request: a request has a limit, and a file's choices can be long. */
const TOGETHER = 40;
/** Choices are kept once the person pauses. */
const PAUSE = 500;

interface Sending {
  file: File;
  position: number;
  wait: number;
  abort: AbortController;
}

/**
 * A batch as the page knows it. It lives beside the pages, so sending goes on while one goes from one
 * to another; what the server has goes on even after the last is closed.
 */
export class BatchStore {
  private state: BatchState = { files: [], chosen: {}, choices: null, cancelled: false, error: null };
  private readonly listeners = new Set<() => void>();
  private readonly sending = new Map<string, Sending>();
  private readonly unsaved = new Map<string, ReturnType<typeof setTimeout>>();
  private asking: ReturnType<typeof setTimeout> | undefined;

  constructor(readonly batchId: string) {}

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    this.askSoon(0);
    return () => this.listeners.delete(listener);
  };
  readonly read = () => this.state;

  /** What the page was loaded with, where the store knows nothing newer. */
  learn({ uploads, chosen, choices, cancelled }: BatchPlace): void {
    this.merge(uploads.map(ofRow));
    this.set({
      chosen: { ...chosen, ...this.state.chosen },
      choices: this.state.choices ?? choices,
      cancelled,
    });
  }

  /** Takes files in: they are sent a few at a time, again where that fails, always under the same id. */
  take(files: readonly NamedFile[]): void {
    const first = this.state.files.length + this.sending.size;
    const taken = files.map(({ name, file }, index): BatchFile => {
      const id = crypto.randomUUID();
      const tooLarge = file.size > FILE_LIMIT;
      if (!tooLarge)
        this.sending.set(id, {
          file,
          position: first + index,
          wait: FIRST_WAIT,
          abort: new AbortController(),
        });
      return {
        id,
        name,
        size: file.size,
        status: tooLarge ? "refused" : "waiting",
        sent: 0,
        problem: tooLarge ? "file_too_large" : null,
        transcriptId: null,
        facts: null,
      };
    });
    this.set({ files: [...this.state.files, ...taken] });
    this.sendNext();
  }

  choose(id: string, choices: ImportChoices): void {
    this.set({ chosen: { ...this.state.chosen, [id]: choices } });
    clearTimeout(this.unsaved.get(id));
    this.unsaved.set(
      id,
      setTimeout(() => void this.keep(id), PAUSE),
    );
  }

  /** Makes choices those of all files that have none of their own. */
  async chooseForAll(choices: BatchChoices): Promise<boolean> {
    const { batchId } = this;
    this.set({ choices });
    return this.after(await attempt(() => keepBatchChoices({ batchId, choices })));
  }

  async add(uploads: { id: string; choices: ImportChoices }[]): Promise<boolean> {
    return this.handOn(uploads, "chosen", addUploads);
  }

  async readAgain(uploads: { id: string; choices: ImportChoices }[]): Promise<boolean> {
    return this.handOn(uploads, "received", readAgain);
  }

  /** Cancels files, or, with null, all that are not stored. */
  async cancel(ids: readonly string[] | null): Promise<ActionResult<null>> {
    for (const [id, { abort }] of this.sending)
      if (ids === null || ids.includes(id)) {
        this.sending.delete(id);
        abort.abort();
      }
    const mine = (file: BatchFile) => ids === null || ids.includes(file.id);
    const known = this.state.files.filter((file) => mine(file) && !here(file)).map(({ id }) => id);
    this.set({ files: this.state.files.filter((file) => !(mine(file) && here(file))) });
    if (known.length === 0 && ids !== null) return DONE;
    const { batchId } = this;
    const result = await attempt(() => cancelUploads({ batchId, uploads: ids === null ? null : known }));
    this.after(result);
    return result;
  }

  /** Whether files would be lost with the page: those that the server does not have yet. */
  get sends(): boolean {
    return this.sending.size > 0;
  }

  private async handOn(
    uploads: { id: string; choices: ImportChoices }[],
    status: "chosen" | "received",
    action: typeof addUploads,
  ): Promise<boolean> {
    const ids = new Set(uploads.map(({ id }) => id));
    for (const id of ids) clearTimeout(this.unsaved.get(id));
    const chosen = Object.fromEntries(uploads.map(({ id, choices }) => [id, choices]));
    this.set({
      chosen: { ...this.state.chosen, ...chosen },
      files: this.state.files.map((file) => (ids.has(file.id) ? { ...file, status, problem: null } : file)),
    });
    let result = DONE;
    for (let from = 0; from < uploads.length && result.ok; from += TOGETHER) {
      const some = uploads.slice(from, from + TOGETHER);
      result = await attempt(() => action({ batchId: this.batchId, uploads: some }));
    }
    return this.after(result);
  }

  private after(result: ActionResult<null>): boolean {
    this.set({ error: result.ok ? null : result.error });
    this.askSoon(0);
    return result.ok;
  }

  private async keep(id: string): Promise<void> {
    this.unsaved.delete(id);
    const choices = this.state.chosen[id];
    const file = this.state.files.find((each) => each.id === id);
    // What is not read yet has no choices, and what has become a transcript needs none.
    if (!choices || !file || !["read", "failed", "received", "reading"].includes(file.status)) return;
    const result = await attempt(() => keepChoices({ uploadId: id, choices }));
    if (!result.ok && result.error.code === "unavailable") this.set({ error: result.error });
  }

  private sendNext(): void {
    const sending = this.state.files.filter(({ status }) => status === "sending").length;
    const waiting = this.state.files.filter(({ id, status }) => status === "waiting" && this.sending.has(id));
    for (const { id } of waiting.slice(0, Math.max(0, AT_ONCE - sending))) void this.send(id);
  }

  private async send(id: string): Promise<void> {
    const sending = this.sending.get(id);
    const name = this.state.files.find((file) => file.id === id)?.name;
    if (!sending || name === undefined) return;
    this.patch(id, { status: "sending", sent: 0, problem: null });
    const sent = await sendFile({
      address: `/api/imports/${this.batchId}/uploads/${id}?position=${sending.position}`,
      name,
      file: sending.file,
      onProgress: (bytes) => this.patch(id, { sent: bytes }),
      signal: sending.abort.signal,
    });
    if (!this.sending.has(id)) return this.sendNext();
    if (sent.ok) {
      this.sending.delete(id);
      this.patch(id, { status: "received", sent: sending.file.size });
      this.askSoon(0);
    } else if (sent.error.code === "unavailable") {
      this.patch(id, { status: "waiting", problem: "upload_cut_off" });
      setTimeout(() => this.sendNext(), sending.wait);
      sending.wait = Math.min(sending.wait * 2, LONGEST_WAIT);
      return;
    } else if (sent.error.code === "conflict" && !sent.error.detail) {
      // Another window of this batch took the place; any other will do.
      sending.position += 1000 + Math.floor(Math.random() * 100_000);
      this.patch(id, { status: "waiting" });
    } else {
      this.sending.delete(id);
      this.patch(id, { status: "refused", problem: sent.error.detail ?? sent.error.code });
    }
    this.sendNext();
  }

  private askSoon(wait: number): void {
    clearTimeout(this.asking);
    this.asking = setTimeout(() => void this.ask(), wait);
  }

  private async ask(): Promise<void> {
    try {
      const response = await fetch(`/api/imports/${this.batchId}`);
      if (response.ok) {
        const { uploads, cancelled } = BatchProgress.parse(await response.json());
        this.merge(uploads.map(ofRow));
        this.set({ cancelled });
      }
    } catch {
      // The next asking finds the server again, or not.
    }
    if (this.listeners.size > 0 && this.state.files.some(isUnderWay)) this.askSoon(ASK_AGAIN);
  }

  private merge(known: readonly BatchFile[]): void {
    const ids = new Set(known.map(({ id }) => id));
    // What the server has need not be sent, even where its answer to the sending was lost.
    for (const id of ids) this.sending.delete(id);
    this.set({ files: [...known, ...this.state.files.filter((file) => !ids.has(file.id) && here(file))] });
  }

  private patch(id: string, changes: Partial<BatchFile>): void {
    this.set({ files: this.state.files.map((file) => (file.id === id ? { ...file, ...changes } : file)) });
  }

  private set(changes: Partial<BatchState>): void {
    this.state = { ...this.state, ...changes };
    for (const listener of this.listeners) listener();
  }
}

/** Whether this page alone knows of the file. */
const here = ({ status }: BatchFile) => status === "waiting" || status === "sending" || status === "refused";

const DONE: ActionResult<null> = { ok: true, value: null };

async function attempt<Value>(action: () => Promise<ActionResult<Value>>): Promise<ActionResult<null>> {
  try {
    const result = await action();
    return result.ok ? DONE : result;
  } catch {
    return { ok: false, error: { code: "unavailable" } };
  }
}

const stores = new Map<string, BatchStore>();

/** The batch's one store on this page; on the server, where many people's pages are made, one for each. */
export function storeOf(batchId: string): BatchStore {
  if (typeof window === "undefined") return new BatchStore(batchId);
  const store = stores.get(batchId) ?? new BatchStore(batchId);
  stores.set(batchId, store);
  return store;
}
