import { fold } from "../fold";
import type { Node } from "./nodes";
import type { Required } from "./program";

/**
 * Letters whose folding does not depend on their neighbours, but for what may follow and join them (see
 * EXTENDS in fold.ts): all but marks, Hangul parts and half-width voice marks.
 */
const SAFE = /^(?![\u1100-\u11FF\uFF9E\uFF9F])[\p{L}\p{N}]$/u;

/**
 * What must stand in a folded text for the expression to be found in the text. It only narrows where to
 * look, so it may ask for less than there must be, never for more. The last letter of each run is left out:
 * in the text a mark may follow it, and fold into it.
 */
export function requiredOf(node: Node): Required {
  switch (node.kind) {
    case "one":
      return { kind: "nothing" };
    case "assertion":
      return { kind: "nothing" };
    case "choice":
      return { kind: "any", parts: node.parts.map(requiredOf) };
    case "repeat":
      return node.least > 0 ? requiredOf(node.part) : { kind: "nothing" };
    case "sequence":
      return ofSequence(node.parts);
  }
}

function ofSequence(nodes: readonly Node[]): Required {
  const pieces: string[] = [];
  const parts: Required[] = [];
  let run: string[] = [];
  const endRun = () => {
    const piece = fold(run.slice(0, -1).join("")).text;
    if (piece !== "") pieces.push(piece);
    run = [];
  };
  for (const node of nodes) {
    if (node.kind === "one" && node.letter !== null && SAFE.test(node.letter)) run.push(node.letter);
    else {
      endRun();
      if (node.kind !== "one") parts.push(requiredOf(node));
    }
  }
  endRun();
  if (pieces.length > 0) parts.push({ kind: "pieces", pieces });
  return parts.length === 0 ? { kind: "nothing" } : { kind: "all", parts };
}
