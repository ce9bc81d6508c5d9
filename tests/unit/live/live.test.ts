import { describe, expect, it } from "vitest";
import { Live, type StreamPorts, type Word } from "@/components/live/live";
import type { LiveEvent } from "@/lib/schemas/live";

const event = (seq: number, source = 0): LiveEvent => ({ source, seq, topic: "codings" });

/** A browser with tabs that hear each other at once, one history, and a clock that is moved by hand. */
function browser() {
  const tabs = new Map<string, Tab>();
  const timers: { at: number; run: () => void }[] = [];
  let now = 0;
  const said: Word[] = [];
  const streams: { ports: StreamPorts; position: readonly number[]; place: string | null; open: boolean }[] =
    [];
  const open = (name: string, position: number[]) => {
    const heard: number[] = [];
    const tab: Tab = { heard, anew: 0, people: [], live: null as unknown as Live };
    tab.live = new Live(
      {
        tab: name,
        open(from, place, ports) {
          const stream = { ports, position: from, place, open: true };
          streams.push(stream);
          return () => {
            stream.open = false;
          };
        },
        say: (word: Word) => {
          said.push(word);
          for (const [other, { live }] of tabs) if (other !== name) live.hear(structuredClone(word));
        },
        after(milliseconds, run) {
          const timer = { at: now + milliseconds, run };
          timers.push(timer);
          return () => timers.splice(0, timers.length, ...timers.filter((each) => each !== timer));
        },
      },
      position,
    );
    tab.live.listen({
      events: (events) => heard.push(...events.map(({ seq }) => seq)),
      anew: () => {
        tab.anew += 1;
      },
      people: (people) => {
        tab.people = people.map(({ id }) => id);
      },
    });
    tabs.set(name, tab);
    tab.live.join();
    return tab;
  };
  return {
    open,
    close: (name: string) => {
      tabs.get(name)?.live.stop();
      tabs.delete(name);
    },
    streams,
    /** What the tabs have said to each other. */
    said,
    /** The stream that is open. */
    stream: () => {
      const [stream, ...more] = streams.filter((each) => each.open);
      if (!stream || more.length > 0) throw new Error(`${streams.length} streams`);
      return stream;
    },
    pass(milliseconds: number) {
      now += milliseconds;
      for (const due of timers.filter(({ at }) => at <= now)) {
        timers.splice(timers.indexOf(due), 1);
        due.run();
      }
    },
  };
}
interface Tab {
  live: Live;
  heard: number[];
  anew: number;
  people: string[];
}

describe("tabs of one browser", () => {
  it("are all told by the one that leads, each event once, whatever they knew", () => {
    const { open, stream } = browser();
    const first = open("a", [10]);
    first.live.lead();
    stream().ports.changes([event(11), event(12)], [12]);
    const late = open("b", [11]);
    expect(late.heard).toEqual([12]);
    const current = open("c", [12]);
    stream().ports.changes([event(13)], [14]);
    expect([first.heard, late.heard, current.heard]).toEqual([[11, 12, 13], [12, 13], [13]]);
    expect([first, late, current].map(({ live }) => live.reached(0))).toEqual([14, 14, 14]);
    // Nobody who lacks nothing reads anew.
    expect([first, late, current].map(({ anew }) => anew)).toEqual([0, 0, 0]);
  });

  it("are told who is there as they open, and of events no more than they lack", () => {
    const { open, said, stream } = browser();
    open("a", [0]).live.lead();
    stream().ports.people([{ id: "mori", name: "Mori", transcripts: [] }]);
    for (const seq of [1, 2, 3]) stream().ports.changes([event(seq)], [seq]);
    said.length = 0;
    expect(open("b", [2]).people).toEqual(["mori"]);
    expect(said.flatMap((word) => (word.kind === "events" ? word.events : []))).toEqual([event(3)]);
  });

  it("go back by no word that tells of less than they know", () => {
    const { live, heard } = browser().open("a", [10, 5]);
    live.hear({ kind: "events", from: [8, 5], to: [9, 6], events: [event(9), event(6, 1)] });
    expect([live.reached(0), live.reached(1), heard]).toEqual([10, 6, [6]]);
  });

  it("go on where they are when another leads, however far that one had come", () => {
    const { open, close, stream } = browser();
    const first = open("a", [0]);
    first.live.lead();
    const second = open("b", [0]);
    stream().ports.changes([event(1)], [1]);
    close("a");
    const third = open("c", [0]);
    second.live.lead();
    expect(stream().position).toEqual([1]);
    // The third had asked while nobody led; the first word that does not follow on what it has makes it ask again.
    stream().ports.changes([event(2)], [2]);
    expect([second.heard, third.heard]).toEqual([
      [1, 2],
      [1, 2],
    ]);
  });

  it("read anew where the one that leads does not know what they missed", () => {
    const { open, stream } = browser();
    const first = open("a", [100]);
    const other = open("c", [100]);
    first.live.lead();
    stream().ports.changes([event(101)], [101]);
    const old = open("b", [50]);
    expect([old.anew, old.heard, first.anew, other.anew]).toEqual([1, [], 0, 0]);
    stream().ports.changes([event(102)], [102]);
    expect(old.heard).toEqual([102]);
    stream().ports.anew([3_000]);
    expect([old.anew, first.anew, old.live.reached(0)]).toEqual([2, 1, 3_000]);
  });
});

describe("what the one that leads keeps for the others", () => {
  const message = (from: number, count: number): [LiveEvent[], number[]] => [
    Array.from({ length: count }, (_, index) => event(from + 1 + index)),
    [from + count],
  ];

  it("is the last 500 events, however many came in one message", () => {
    const { open, stream } = browser();
    open("a", [0]).live.lead();
    for (let from = 0; from < 1_000; from += 100) stream().ports.changes(...message(from, 100));
    const late = open("b", [500]);
    expect([late.heard.length, late.heard[0], late.anew]).toEqual([500, 501, 0]);
    const tooLate = open("c", [499]);
    expect([tooLate.heard, tooLate.anew, tooLate.live.reached(0)]).toEqual([[], 1, 1_000]);
  });

  it("is nothing of a message that is longer by itself, nor more for messages without events", () => {
    const { open, stream } = browser();
    open("a", [0]).live.lead();
    stream().ports.changes(...message(0, 501));
    const late = open("b", [0]);
    expect([late.heard, late.anew, late.live.reached(0)]).toEqual([[], 1, 501]);
    for (let at = 501; at <= 1_001; at += 1) stream().ports.changes([], [at]);
    expect([open("c", [501]).anew, open("d", [500]).anew]).toEqual([0, 1]);
    stream().ports.changes([], [1_002]);
    expect(open("e", [501]).anew).toBe(1);
  });

  it("has no room taken by what was known, and told again", () => {
    const { open, stream } = browser();
    open("a", [0]).live.lead();
    for (let from = 0; from < 400; from += 100) stream().ports.changes(...message(from, 100));
    stream().ports.changes(message(100, 300)[0], [400]);
    const late = open("b", [100]);
    expect([late.heard.length, late.anew]).toEqual([300, 0]);
  });

  it("begins anew behind a gap, with room for as much as before", () => {
    const { open, stream } = browser();
    open("a", [0]).live.lead();
    for (let from = 0; from < 400; from += 100) stream().ports.changes(...message(from, 100));
    stream().ports.anew([3_000]);
    for (let from = 3_000; from < 3_500; from += 100) stream().ports.changes(...message(from, 100));
    const before = open("b", [300]);
    expect([before.heard, before.anew]).toEqual([[], 1]);
    const since = open("c", [3_000]);
    expect([since.heard.length, since.anew]).toEqual([500, 0]);
  });
});

describe("a stream that is lost", () => {
  it("is opened again after a wait that grows, from where it was", () => {
    const { open, streams, stream, pass } = browser();
    const { live, heard } = open("a", [0, 5]);
    live.lead();
    stream().ports.changes([event(6, 1)], [0, 6]);
    stream().ports.lost(false);
    expect(streams.filter((each) => each.open)).toEqual([]);
    pass(500);
    expect(stream().position).toEqual([0, 6]);
    stream().ports.lost(false);
    pass(500);
    expect(streams.filter((each) => each.open)).toEqual([]);
    pass(500);
    stream().ports.opened();
    stream().ports.changes([event(6, 1), event(1)], [1, 6]);
    expect(heard).toEqual([6, 1]);
  });

  it("is asked for at once when the network is back, and after a minute where it was ended", () => {
    const { open, streams, stream, pass } = browser();
    const { live } = open("a", [0]);
    live.lead();
    stream().ports.lost(true);
    pass(59_000);
    expect(streams).toHaveLength(1);
    live.retry();
    expect(stream().position).toEqual([0]);
    live.retry();
    expect(streams).toHaveLength(2);
    pass(60_000);
    expect(streams).toHaveLength(2);
  });
});

it("says where the person is, once they stay there, whichever tab it is in", () => {
  const { open, streams, stream, pass } = browser();
  const first = open("a", [0]);
  first.live.at("one");
  first.live.lead();
  expect(stream().place).toBe("one");
  const second = open("b", [0]);
  second.live.at("two");
  second.live.at("three");
  pass(999);
  expect(streams).toHaveLength(1);
  pass(1);
  expect([stream().place, streams.length]).toEqual(["three", 2]);
});
