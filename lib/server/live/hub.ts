import "server-only";
import { AppError } from "@/lib/access/errors";
import type { Position } from "@/lib/schemas/live";
import { listener } from "@/lib/server/listener";
import { lastSeqs } from "./events";
import { Feed, type Follower } from "./feed";
import { endedAmong } from "./membership";
import { arrive, depart, PRESENCE, stay } from "./presence";
import { quietly } from "./quietly";
import { Room } from "./room";
import { LiveStream, type Viewer } from "./stream";

/** The channel of the trigger on the history. */
const HISTORY = "kikitori_history";
/** Streams that one server keeps, and those of them that may be one person's, in however many browsers. */
const MOST_STREAMS = 2_000;
const MOST_OF_ONE = 24;
/** A stream is begun anew after so long, through the gate, so that it does not outlive a session that ran out. */
const LONGEST = 15 * 60_000;
/** How often streams are told that they live, and their people asked after. */
const BEAT = 10_000;

interface Open {
  stream: LiveStream;
  /** How to leave the feeds. */
  leave: (() => void)[];
  since: number;
}

/**
 * All live streams of this server. It holds nothing that another server, or this one begun anew, would
 * miss: what is told stands in the history, and how far a browser has come, the browser knows.
 */
export class Hub {
  private readonly streams = new Map<string, Open>();
  private readonly feeds = new Map<string, { feed: Promise<Feed>; users: number }>();
  private readonly rooms = new Map<string, Room>();
  private stopping: (() => Promise<void>)[] | undefined;
  private timer: NodeJS.Timeout | undefined;

  /**
   * Begins a stream after a position; where none is given, from now on. It ends with the request, too: of one
   * that was given up before its answer began, nobody would ever cancel the body.
   */
  async open(
    viewer: Viewer,
    after: Position | undefined,
    request: AbortSignal,
  ): Promise<ReadableStream<Uint8Array>> {
    const own = [...this.streams.values()].filter(({ stream }) => stream.viewer.userId === viewer.userId);
    if (this.streams.size >= MOST_STREAMS || own.length >= MOST_OF_ONE) throw new AppError("unavailable");
    this.start();
    const stream: LiveStream = new LiveStream(viewer, () => this.forget(stream));
    const open: Open = { stream, leave: [], since: Date.now() };
    this.streams.set(stream.id, open);
    request.addEventListener("abort", () => stream.end(), { once: true });
    if (request.aborted) stream.end();
    try {
      for (const [source, studyId] of viewer.sources.entries()) {
        const leave = await this.follow(studyId, stream, source, after?.[source] ?? null);
        // Whoever went away meanwhile has left those before, and is not there to leave this one.
        if (stream.ended) leave();
        else open.leave.push(leave);
      }
      if (!stream.ended) this.room(viewer.studyId).enter(stream);
      await arrive(stream.id, viewer);
      if (stream.ended) await depart([stream.id]);
      stream.beat();
    } catch (error) {
      stream.end();
      throw error;
    }
    return stream.body;
  }

  /** Ends all streams; their browsers come back, to this server or another. */
  async close(): Promise<void> {
    clearInterval(this.timer);
    const open = [...this.streams.values()];
    for (const held of [this.streams, this.feeds, this.rooms]) held.clear();
    for (const { stream } of open) stream.end();
    await quietly(depart(open.map(({ stream }) => stream.id)));
    await Promise.all((this.stopping ?? []).map((stop) => stop()));
    this.stopping = undefined;
  }

  /** What is done at each beat; tests do it without waiting for one. */
  async beat(): Promise<void> {
    for (const { stream, since } of [...this.streams.values()]) {
      if (Date.now() - since > LONGEST) stream.end();
      else stream.beat();
    }
    await quietly(stay([...this.streams.keys()]));
    await quietly(this.catchUp());
    await quietly(this.endThoseWhoLeft());
  }

  private start(): void {
    if (this.stopping) return;
    this.stopping = [
      listener().on(HISTORY, {
        heard: (words) => this.heard(words),
        listening: () => void quietly(this.catchUp()),
      }),
      listener().on(PRESENCE, {
        heard: (studyId) => this.rooms.get(studyId)?.changed(),
        listening: () => {
          for (const room of this.rooms.values()) room.changed();
        },
      }),
    ];
    this.timer = setInterval(() => void this.beat(), BEAT).unref();
  }

  private heard(words: string): void {
    const [studyId = "", seq] = words.split(" ");
    void this.feeds.get(studyId)?.feed.then((feed) => feed.wake(Number(seq)));
  }

  /** Looks how far each history has come, in case a notice was missed. */
  private async catchUp(): Promise<void> {
    for (const [studyId, seq] of await lastSeqs([...this.feeds.keys()]))
      (await this.feeds.get(studyId)?.feed)?.wake(seq);
  }

  private async endThoseWhoLeft(): Promise<void> {
    const viewers = [...this.streams.values()].map(({ stream }) => stream);
    for (const { stream, changed } of await endedAmong(viewers))
      if (changed) stream.endAnew();
      else stream.end("ended");
  }

  /** Follows a history for a stream; answers how to leave it. */
  private async follow(
    studyId: string,
    stream: LiveStream,
    source: number,
    after: number | null,
  ): Promise<() => void> {
    const kept = this.feeds.get(studyId) ?? { feed: Feed.open(studyId), users: 0 };
    this.feeds.set(studyId, kept);
    kept.users += 1;
    let follower: Follower | undefined;
    const leave = () => {
      if (follower) void kept.feed.then((feed) => feed.leave(follower as Follower));
      kept.users -= 1;
      if (kept.users === 0 && this.feeds.get(studyId) === kept) this.feeds.delete(studyId);
    };
    try {
      const feed = await kept.feed;
      follower = this.watched(stream.follower(source, after ?? feed.reached));
      await feed.join(follower, after);
      return leave;
    } catch (error) {
      leave();
      throw error;
    }
  }

  /** A change of members may end streams at once. */
  private watched(follower: Follower): Follower {
    return {
      ...follower,
      take: (events) => {
        follower.take(events);
        if (events.some(({ kind }) => kind.startsWith("member."))) void quietly(this.endThoseWhoLeft());
      },
    };
  }

  private room(studyId: string): Room {
    const room = this.rooms.get(studyId) ?? new Room(studyId);
    this.rooms.set(studyId, room);
    return room;
  }

  private forget(stream: LiveStream): void {
    const open = this.streams.get(stream.id);
    if (!open) return;
    this.streams.delete(stream.id);
    for (const leave of open.leave) leave();
    const { studyId } = stream.viewer;
    const room = this.rooms.get(studyId);
    room?.leave(stream);
    if (room?.empty) this.rooms.delete(studyId);
    void quietly(depart([stream.id]));
  }
}

// Modules are made more than once in a process: for pages, for handlers, and at each reload in development.
const kept = globalThis as typeof globalThis & { kikitoriHub?: Hub };

export function hub(): Hub {
  kept.kikitoriHub ??= new Hub();
  return kept.kikitoriHub;
}
