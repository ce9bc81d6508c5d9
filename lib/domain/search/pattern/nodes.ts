/** A regular expression taken apart. */
export type Node =
  /** One character, by a test; `letter` where it is a certain one. */
  | { kind: "one"; test: CharacterTest; letter: string | null }
  | { kind: "sequence"; parts: Node[] }
  | { kind: "choice"; parts: Node[] }
  | { kind: "repeat"; part: Node; least: number; most: number; lazy: boolean }
  | { kind: "assertion"; at: "line_start" | "line_end" | "border" | "no_border" };

/** Whether a code point is one of those that a place of the expression takes. */
export type CharacterTest = (codePoint: number) => boolean;

/** What JavaScript itself makes of the source of one character or class, case apart; each code point is asked once. */
export function testOf(source: string): CharacterTest {
  const native = new RegExp(`^(?:${source})$`, "iu");
  const known = new Map<number, boolean>();
  return (codePoint) => {
    let takes = known.get(codePoint);
    if (takes === undefined) {
      takes = native.test(String.fromCodePoint(codePoint));
      known.set(codePoint, takes);
    }
    return takes;
  };
}
