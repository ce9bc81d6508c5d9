import type { ActionResult, ErrorBody } from "@/lib/access/errors";
import { type BatchChoices, type BatchPlace, BatchProgress, type ImportChoices } from "@/lib/schemas/imports";
import { FILE_LIMIT } from "@/lib/schemas/transcripts";
import {
  addUploads,
  cancelUploads,
  keepBatchChoices,
  keepChoices,
  readAgain,
  replaceText,
} from "@/lib/server/imports/actions";
import type { NamedFile } from "./dropped";
import { type BatchFile, isUnderWay, ofRow } from "./files";
import { Sender } from "./sender";

export interface BatchState {
  readonly files: readonly BatchFile[];
  /** What a person chose for a file. */
  readonly chosen: Readonly<Record<string, ImportChoices>>;
  readonly choices: BatchChoices | null;
  readonly cancelled: boolean;
  /** The last thing that went wrong with the batch as a whole. */
  readonly error: ErrorBody | null;
}

/** How long the page waits before it asks again, in milliseconds. */
const ASK_AGAIN = 1000;
/** Files whose choices go in one request: a request has a limit, and a file's choices can be long. */
const TOGETHER = 40;
/** Choices are kept once the person pauses. */
const PAUSE = 500;

/**
 * A batch as the page knows it. It lives beside the pages, so sending goes on while one goes from one
 * to another; what the server has goes on even after the last is closed.
 */
export class BatchStore {
  private state: BatchState = { files: [], chosen: {}, choices: null, cancelled: false, error: null };
  private readonly listeners = new Set<() => void>();
  private readonly sender: Sender;
  private readonly unsaved = new Map<string, ReturnType<typeof setTimeout>>();
  private asking: ReturnType<typeof setTimeout> | undefined;
  /** Requests to the server that change something: those under way, and those ever begun. */
  private writing = 0;
  private written = 0;
  /** How often the server was asked how far it is. */
  private asked = 0;

  constructor(readonly batchId: string) {
    this.sender = new Sender(batchId, {
      onChange: (id, changes) => this.patch(id, changes),
      onSent: () => this.askSoon(0),
    });
  }

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

  /** Takes files in, to be sent. */
  take(files: readonly NamedFile[]): void {
    const first = this.state.files.length + this.sender.size;
    const taken = files.map((named, index) => ({ named, id: crypto.randomUUID(), position: first + index }));
    this.set({ files: [...this.state.files, ...taken.map(({ named, id }) => toBeSent(named, id))] });
    for (const { named, id, position } of taken)
      if (named.file.size <= FILE_LIMIT) this.sender.take(id, named, position);
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
    return this.after(await this.write(() => keepBatchChoices({ batchId, choices })));
  }

  async add(uploads: Handed[]): Promise<boolean> {
    const { batchId } = this;
    return this.handOn(uploads, "chosen", (some) => addUploads({ batchId, uploads: some }));
  }

  /** Puts a file in the place of a text. */
  async replace(id: string, choices: ImportChoices, replaces: Replaces): Promise<boolean> {
    const action = () => replaceText({ ...replaces, uploadId: id, choices });
    return this.handOn([{ id, choices }], "chosen", action);
  }

  async readAgain(uploads: Handed[]): Promise<boolean> {
    const { batchId } = this;
    return this.handOn(uploads, "received", (some) => readAgain({ batchId, uploads: some }));
  }

  /** Cancels files, or, with null, all that are not stored. */
  async cancel(ids: readonly string[] | null): Promise<ActionResult<null>> {
    const mine = (file: BatchFile) => ids === null || ids.includes(file.id);
    const known = this.state.files.filter((file) => mine(file) && !here(file)).map(({ id }) => id);
    for (const { id } of this.state.files.filter(mine)) this.sender.drop(id);
    this.set({ files: this.state.files.filter((file) => !(mine(file) && here(file))) });
    if (known.length === 0 && ids !== null) return DONE;
    const { batchId } = this;
    const result = await this.write(() => cancelUploads({ batchId, uploads: ids === null ? null : known }));
    this.after(result);
    return result;
  }

  private async handOn(
    uploads: Handed[],
    status: "chosen" | "received",
    action: (some: Handed[]) => Promise<ActionResult<unknown>>,
  ): Promise<boolean> {
    const before = new Map(this.state.files.map((file) => [file.id, file]));
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
      result = await this.write(() => action(some));
    }
    // What was not handed on can be handed on again, also where the server can't be asked how it is now.
    if (!result.ok)
      this.set({
        files: this.state.files.map((file) => (ids.has(file.id) ? (before.get(file.id) ?? file) : file)),
      });
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

  private askSoon(wait: number): void {
    clearTimeout(this.asking);
    this.asking = setTimeout(() => void this.ask(), wait);
  }

  private async write<Value>(action: () => Promise<ActionResult<Value>>): Promise<ActionResult<null>> {
    this.writing += 1;
    this.written += 1;
    const result = await attempt(action);
    this.writing -= 1;
    return result;
  }

  private async ask(): Promise<void> {
    this.asked += 1;
    const { asked, written } = this;
    const crossed = this.writing > 0;
    const progress = await this.progress();
    // Two answers can come in another order than they were asked for: the later question's is the newer state.
    if (asked !== this.asked) return;
    // An answer that crossed with a change on its way would show the state of before.
    if (crossed || this.writing > 0 || written !== this.written)
      return this.askSoon(this.writing > 0 ? ASK_AGAIN : 0);
    if (progress) {
      this.merge(progress.uploads.map(ofRow));
      this.set({ cancelled: progress.cancelled });
    }
    if (this.listeners.size > 0 && this.state.files.some(isUnderWay)) this.askSoon(ASK_AGAIN);
  }

  private async progress(): Promise<BatchProgress | null> {
    try {
      const response = await fetch(`/api/imports/${this.batchId}`);
      return response.ok ? BatchProgress.parse(await response.json()) : null;
    } catch {
      // The next asking finds the server again, or not.
      return null;
    }
  }

  private merge(known: readonly BatchFile[]): void {
    const ids = new Set(known.map(({ id }) => id));
    // What the server has need not be sent, even where its answer to the sending was lost.
    for (const id of ids) this.sender.forget(id);
    this.set({ files: [...known, ...this.state.files.filter(({ id }) => !ids.has(id))] });
  }

  private patch(id: string, changes: Partial<BatchFile>): void {
    this.set({ files: this.state.files.map((file) => (file.id === id ? { ...file, ...changes } : file)) });
  }

  private set(changes: Partial<BatchState>): void {
    this.state = { ...this.state, ...changes };
    for (const listener of this.listeners) listener();
  }
}

/** A file and what was chosen for it. */
interface Handed {
  id: string;
  choices: ImportChoices;
}

/** The text whose place a file takes, at the version that the person saw, and why. */
export interface Replaces {
  transcriptId: string;
  fromVersionId: string;
  reason: string;
}

/** Whether this page alone knows of the file. */
const here = ({ status }: BatchFile) => status === "waiting" || status === "sending" || status === "refused";

const toBeSent = ({ name, file }: NamedFile, id: string): BatchFile => ({
  id,
  name,
  size: file.size,
  status: file.size > FILE_LIMIT ? "refused" : "waiting",
  sent: 0,
  problem: file.size > FILE_LIMIT ? "file_too_large" : null,
  transcriptId: null,
  facts: null,
});

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
