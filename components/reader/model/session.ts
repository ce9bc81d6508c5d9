import { type PassageBook, passageBook } from "@/components/passages/book";
import type { PaneName } from "@/components/ui/split-pane";
import { buildTree, type Tree } from "@/lib/domain/codebook";
import { type Timeline, timelineOf } from "@/lib/domain/recording";
import type { Range } from "@/lib/domain/segment";
import { Player } from "../audio/player";
import { createOutbox, type ReaderOutbox } from "../outbox/connect";
import type { Unplaced } from "../outbox/storage";
import { CodingStore } from "./coding-store";
import type { ReaderDocument } from "./document";
import { type Fold, READ_ALL, type ReadingFilter } from "./fold";
import type { ReaderCode, ReaderFrame } from "./frame";
import type { Offer } from "./offers";
import type { Painted } from "./painted";
import { type Signal, signal } from "./signal";

/** Which codings are shown. Null: all. */
export interface Filter {
  coderId: string | null;
  codeIds: ReadonlySet<string> | null;
}

export interface Finding {
  open: boolean;
  words: string;
  /** Whether words are whole words. */
  whole: boolean;
  hits: readonly Range[];
  /** The same hits, by the paragraphs that they have a part in. */
  byRow: ReadonlyMap<number, readonly Range[]>;
  at: number;
}

/** The person's own events, oldest first: those that can be undone, and those whose undoing can be. */
export interface Steps {
  done: readonly string[];
  undone: readonly string[];
}

/** A sentence for the live region; the number makes the same sentence twice be read twice. */
export interface Saying {
  key: string;
  values: Record<string, string | number>;
  turn: number;
}

export interface TextView {
  /** Does what may paint paragraphs anew, with what is selected in them as it was. */
  keeping(change: () => void): void;
  /** Brings an offset into view. */
  reveal(offset: number): void;
  /** How far the text has been scrolled: 0 at its beginning, 1 at its end. */
  read(): number;
  /** Gives the text the focus, with what is selected there as it was, or as told. */
  focus(selection?: { anchor: number; focus: number }): void;
  /** Whether it has the focus. */
  focused(): boolean;
  /** Where the first paragraph in the window begins. */
  top(): number;
  /** How far below the top of the window an offset stands, in pixels; 0 where it is not on the page. */
  above(offset: number): number;
  /** Puts the paragraph of an offset at the top of the window, or the offset so far below the top. */
  show(offset: number, above?: number): void;
  /** The offset at a place of the window, in pixels; null where no words are. */
  offsetAt(x: number, y: number): number | null;
  /** Where the caret is, and what is selected from there. */
  caret(): { anchor: number; focus: number };
}

/** Everything that one visit to a transcript holds. Parts are signals, so that each screen part follows only its own. */
export interface ReaderSession {
  frame: ReaderFrame;
  /** The text: at first as far as the page brought it, then all of it, with the same rows at its beginning. */
  shown: Signal<ReaderDocument>;
  readonly document: ReaderDocument;
  /** Grows when a code is made while coding. */
  codebook: Signal<Tree<ReaderCode>>;
  readonly tree: Tree<ReaderCode>;
  readonly codes: ReadonlyMap<string, ReaderCode>;
  /** The codebook's revision. */
  revision: Signal<number>;
  store: CodingStore;
  outbox: ReaderOutbox;
  /** Whether the codings have come from the server. */
  codingsReady: Signal<boolean>;
  /** Counts the server's words about segments that are in another version: there may be a newer one. */
  elsewhere: Signal<number>;
  /** Whether the server has said that the transcript was erased. */
  erased: Signal<boolean>;
  /** The words selected for coding, without white space at the ends. */
  selection: Signal<Range | null>;
  /** The segment at hand. */
  chosen: Signal<string | null>;
  hovered: Signal<string | null>;
  filter: Signal<Filter>;
  /** The recording of the talk, where there is one; when the text was said; and what of it is heard, between two points. */
  player: Player;
  timeline: Signal<Timeline>;
  heard: Signal<Range | null>;
  /** Whether the person has been brought back to where they stopped. */
  placed: Signal<boolean>;
  /** Which paragraphs are read, and those that are folded away for it. */
  reading: Signal<ReadingFilter>;
  fold: Signal<Fold | null>;
  find: Signal<Finding>;
  picker: Signal<boolean>;
  /** The coding that the open picker is to put another code in the place of; which of the segment's is not said yet where it is null. */
  swapping: Signal<{ segmentId: string; codingId: string | null } | null>;
  /** Whether the list of the segments at the caret is open. */
  listing: Signal<boolean>;
  /** What the person might unite, until they have done so or gone on. */
  offer: Signal<Offer | null>;
  /** A code just made of selected words, for which a parent is being chosen. */
  placing: Signal<string | null>;
  /** A code that is being dragged, and where, in pixels of the window. */
  dragged: Signal<{ codeId: string; x: number; y: number } | null>;
  /** Whether the words selected are about to be hidden. */
  naming: Signal<boolean>;
  /** What the open picker would code, painted because the page's own selection is lost to the picker's field. */
  draft: Signal<Range | null>;
  /** Codes in the order of their last use. */
  recent: Signal<readonly string[]>;
  steps: Signal<Steps>;
  /** Those of the steps that a search did, in this text and others at once. */
  found: Set<string>;
  unplaced: Signal<readonly Unplaced[]>;
  saying: Signal<Saying | null>;
  /** The guide's questions beside the text. */
  passages: PassageBook;
  /** The words behind pseudonyms by where these begin, while they are shown. */
  originals: Signal<ReadonlyMap<number, string> | null>;
  /** The pane that a narrow screen shows. */
  pane: Signal<PaneName>;
  text: { current: TextView | null };
  /** What is known of the segment at hand, on the page. */
  aside: { current: HTMLDivElement | null };
}

export const NO_FIND: Finding = { open: false, words: "", whole: false, hits: [], byRow: new Map(), at: -1 };

export function createSession(
  frame: ReaderFrame,
  document: ReaderDocument,
  /** A recording plays on while a newer text takes the place of the former one. */
  player = new Player(frame.transcript.id, frame.recording),
): ReaderSession {
  const codebook = signal(buildTree(frame.codes));
  const shown = signal(document);
  const { me, setsPermissions, revision } = frame;
  const store = new CodingStore(document, {
    me,
    setsPermissions,
    revision,
    now: Date.now,
    code: (id) => codebook.get().byId.get(id),
  });
  const session: Omit<ReaderSession, "outbox"> = {
    frame,
    shown,
    get document() {
      return shown.get();
    },
    codebook,
    get tree() {
      return codebook.get();
    },
    get codes() {
      return codebook.get().byId;
    },
    revision: signal(revision),
    store,
    codingsReady: signal(false),
    elsewhere: signal(0),
    erased: signal(false),
    selection: signal<Range | null>(null),
    chosen: signal<string | null>(null),
    hovered: signal<string | null>(null),
    filter: signal<Filter>({ coderId: null, codeIds: null }),
    player,
    timeline: signal(timelineOf([], 0, null)),
    heard: signal<Range | null>(null),
    placed: signal(false),
    reading: signal(READ_ALL),
    fold: signal<Fold | null>(null),
    find: signal(NO_FIND),
    picker: signal(false),
    swapping: signal<{ segmentId: string; codingId: string | null } | null>(null),
    listing: signal(false),
    offer: signal<Offer | null>(null),
    placing: signal<string | null>(null),
    dragged: signal<{ codeId: string; x: number; y: number } | null>(null),
    naming: signal(false),
    draft: signal<Range | null>(null),
    recent: signal(frame.recent),
    steps: signal<Steps>({ done: [], undone: [] }),
    found: new Set<string>(),
    unplaced: signal<readonly Unplaced[]>([]),
    saying: signal<Saying | null>(null),
    passages: passageBook(),
    originals: signal<ReadonlyMap<number, string> | null>(null),
    pane: signal<PaneName>("main"),
    text: { current: null },
    aside: { current: null },
  };
  // Assigned rather than spread, so that the getters stay getters.
  return Object.assign(session, { outbox: createOutbox(session) });
}

/**
 * Puts the whole text in the place of its beginning; what was selected or coded in that stays. Answers
 * whether it could: a text that has been corrected in between is another one.
 */
export function takeWhole(session: ReaderSession, document: ReaderDocument): boolean {
  if (document.versionId !== session.document.versionId) return false;
  session.store.take(document);
  session.shown.set(document);
  return true;
}

/** Takes up a code that was just made. */
export function learnCode(session: ReaderSession, code: ReaderCode): void {
  session.codebook.update((tree) => buildTree([...tree.byId.values(), code]));
}

/** Takes the codebook as it is now. */
export function takeCodebook(session: ReaderSession, codes: readonly ReaderCode[], revision: number): void {
  session.codebook.set(buildTree(codes));
  session.revision.set(revision);
  session.store.revise(revision);
}

/** Whether the filter lets a segment be seen. */
export function passes(filter: Filter, segment: Painted): boolean {
  if (filter.coderId !== null && segment.coderId !== filter.coderId) return false;
  const { codeIds } = filter;
  return codeIds === null || segment.codeIds.some((id) => codeIds.has(id));
}

/** Shows all codings again where a segment that was just coded is not among those shown: nobody looks for what they did. */
export function unhide({ filter, store }: Pick<ReaderSession, "filter" | "store">, segmentId: string): void {
  const segment = store.paintedSegment(segmentId);
  if (segment && !passes(filter.get(), segment)) filter.set({ coderId: null, codeIds: null });
}

/** Says something to those who listen to the page; `key` is of the group `say` of the reader's messages. */
export function say(
  session: Pick<ReaderSession, "saying">,
  key: string,
  values: Saying["values"] = {},
): void {
  session.saying.update((now) => ({ key, values, turn: (now?.turn ?? 0) + 1 }));
}
