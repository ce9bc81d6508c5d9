import type { LiveEvent, Position, Present } from "@/lib/schemas/live";

/** Whoever wants to know what happens in the study. */
export interface Listener {
  /** In their order, each once, none left out. */
  events?(events: readonly LiveEvent[]): void;
  /** More was missed than is sent again: what is on the screen is to be read anew. */
  anew?(): void;
  people?(people: readonly Present[]): void;
}

/** What the tabs of one person in one study say to each other. `from`: how far the sender had come before. */
export type Word =
  | { kind: "events"; from: Position; to: Position; events: readonly LiveEvent[] }
  | { kind: "anew"; tab?: string; to: Position }
  | { kind: "people"; people: readonly Present[] }
  /** A tab that has come so far asks for what came since. */
  | { kind: "since"; tab: string; position: Position }
  /** The transcript that the person looks at now. */
  | { kind: "place"; transcriptId: string | null };

/** What came of a stream. It opens when asked, and reports until it is closed. */
export interface StreamPorts {
  changes(events: readonly LiveEvent[], position: Position): void;
  anew(position: Position): void;
  people(people: readonly Present[]): void;
  /** It has ended or was never there. `later`: it is of no use to come back at once. */
  lost(later: boolean): void;
  opened(): void;
}

export interface LivePorts {
  tab: string;
  open(position: Position, transcriptId: string | null, stream: StreamPorts): () => void;
  say(word: Word): void;
  /** Calls back after a time; answers how to call it off. */
  after(milliseconds: number, callback: () => void): () => void;
}

const FIRST_WAIT = 500;
const LONGEST_WAIT = 60_000;
/** Events kept for tabs that open while another has the stream; a message tells of one, or of many that came at once. */
const KEPT = 500;
/** Somebody who leafs through transcripts is in the one they stay in. */
const SETTLE = 1_000;

/** Events that were told, and how far the history had come before and after them. */
interface Recent {
  from: Position;
  to: Position;
  events: readonly LiveEvent[];
}

/** One that tells of nothing but how far it came takes room as well. */
const weightOf = (message: Recent | undefined) => Math.max(1, message?.events.length ?? 0);

/**
 * What happens in a study, in one tab. One tab of a person's browser leads: it has the stream, since a
 * browser opens few connections to a server, and tells the others. Each tab counts for itself how far it
 * has come, takes what follows on that, drops what it knows, and asks for what it lacks. So it does not
 * matter which tab leads, nor when that changes.
 */
export class Live {
  private position: Position;
  private readonly listeners = new Set<Listener>();
  private recent: Recent[] = [];
  /** What they weigh together. */
  private kept = 0;
  private people: readonly Present[] = [];
  private place: string | null = null;
  private leading = false;
  private close: (() => void) | null = null;
  private cancelWait: () => void = () => {};
  private cancelPlace: () => void = () => {};
  private wait = FIRST_WAIT;

  constructor(
    private readonly ports: LivePorts,
    position: Position,
  ) {
    this.position = position;
  }

  listen(listener: Listener): () => void {
    this.listeners.add(listener);
    listener.people?.(this.people);
    return () => {
      this.listeners.delete(listener);
    };
  }

  /** How far one of the histories has been told. */
  reached(source: number): number {
    return this.position[source] ?? 0;
  }

  /** Asks the tab that leads, if there is one, for what came since this page was made. */
  join(): void {
    this.ports.say({ kind: "since", tab: this.ports.tab, position: this.position });
  }

  /** From now on this tab has the stream. */
  lead(): void {
    this.leading = true;
    this.connect();
  }

  stop(): void {
    this.leading = false;
    this.cancelWait();
    this.cancelPlace();
    this.disconnect();
  }

  /** Tries at once, such as when the network is back. */
  retry(): void {
    if (!this.leading || this.close) return;
    this.wait = FIRST_WAIT;
    this.connect();
  }

  /** Where the person is; null: in the study, in none of its transcripts. */
  at(transcriptId: string | null): void {
    if (this.leading) this.moveTo(transcriptId);
    else {
      // For when it comes to lead.
      this.place = transcriptId;
      this.ports.say({ kind: "place", transcriptId });
    }
  }

  /** Takes in what another tab says. */
  hear(word: Word): void {
    if (word.kind === "people") this.tellPeople(word.people);
    else if (word.kind === "place" && this.leading) this.moveTo(word.transcriptId);
    else if (word.kind === "since" && this.leading) this.answer(word.tab, word.position);
    else if (word.kind === "anew" && (word.tab ?? this.ports.tab) === this.ports.tab) this.skip(word.to);
    else if (word.kind === "events") {
      if (word.from.some((seq, source) => seq > (this.position[source] ?? 0))) this.join();
      else this.take(word.events, word.to);
    }
  }

  private answer(tab: string, position: Position): void {
    const behind = (than: Position) => than.some((seq, source) => seq > (position[source] ?? 0));
    this.ports.say({ kind: "people", people: this.people });
    if (!behind(this.position)) return;
    const missing = this.recent.filter(({ to }) => behind(to));
    const [first] = missing;
    if (!first || behind(first.from)) this.ports.say({ kind: "anew", tab, to: this.position });
    else for (const each of missing) this.ports.say({ kind: "events", ...each });
  }

  private moveTo(transcriptId: string | null): void {
    if (transcriptId === this.place) return;
    this.place = transcriptId;
    this.cancelPlace();
    if (!this.close) return;
    // A stream says where somebody is when it opens, and goes on where the one before ended.
    this.cancelPlace = this.ports.after(SETTLE, () => {
      if (!this.leading || !this.close) return;
      this.disconnect();
      this.connect();
    });
  }

  private connect(): void {
    this.cancelWait();
    this.close = this.ports.open(this.position, this.place, {
      opened: () => {
        this.wait = FIRST_WAIT;
      },
      changes: (events, to) => {
        const from = this.position;
        this.take(events, to);
        this.ports.say({ kind: "events", from, to, events });
      },
      anew: (to) => {
        this.skip(to);
        this.ports.say({ kind: "anew", to });
      },
      people: (people) => {
        this.tellPeople(people);
        this.ports.say({ kind: "people", people });
      },
      lost: (later) => {
        this.disconnect();
        if (later) this.wait = LONGEST_WAIT;
        this.cancelWait = this.ports.after(this.wait, () => this.connect());
        this.wait = Math.min(this.wait * 2, LONGEST_WAIT);
      },
    });
  }

  private disconnect(): void {
    this.close?.();
    this.close = null;
  }

  /** Takes events that follow on what is known, but for those that are known. */
  private take(events: readonly LiveEvent[], to: Position): void {
    const from = this.position;
    const fresh = events.filter(({ source, seq }) => seq > (from[source] ?? 0));
    this.position = from.map((seq, source) => Math.max(seq, to[source] ?? 0));
    this.keep({ from, to: this.position, events: fresh });
    if (fresh.length === 0) return;
    for (const listener of [...this.listeners]) listener.events?.(fresh);
  }

  /** Keeps a message for tabs that ask, for the oldest that are kept. Whoever lacks one that is gone reads anew. */
  private keep(message: Recent): void {
    this.recent.push(message);
    this.kept += weightOf(message);
    while (this.kept > KEPT) this.kept -= weightOf(this.recent.shift());
  }

  private skip(to: Position): void {
    this.position = this.position.map((seq, source) => Math.max(seq, to[source] ?? 0));
    this.recent = [];
    this.kept = 0;
    for (const listener of [...this.listeners]) listener.anew?.();
  }

  private tellPeople(people: readonly Present[]): void {
    this.people = people;
    for (const listener of [...this.listeners]) listener.people?.(people);
  }
}
