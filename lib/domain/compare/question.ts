import { compareRanges, containsOffset, type Range } from "../segment";
import { admitsQuestion, type CountedPassage, type CountedTranscript, type Filter } from "./source";
import { firstPartIn, talkParts } from "./talk";

/**
 * A function that tells to which passage of the transcript a range belongs: the one that holds the range's
 * first counted offset, which is the first that an interviewee speaks. Where passages overlap, the one that
 * begins last, then the shorter. Null if no interviewee speaks in the range, or outside of every passage.
 */
export function questionFinder(
  transcript: Pick<CountedTranscript, "turns" | "passages">,
  filter: Filter = {},
): (range: Range) => CountedPassage | null {
  const parts = talkParts({ id: "", language: "", starts: [], segments: [], ...transcript }, filter);
  const passages = transcript.passages
    .filter((passage) => admitsQuestion(filter, passage.questionId, passage.clusterId))
    .sort(compareRanges);
  // How far any passage up to here reaches: where that is not beyond an offset, looking back can stop.
  let furthest = 0;
  const reach = passages.map((passage) => {
    furthest = Math.max(furthest, passage.end);
    return furthest;
  });

  return (range) => {
    const part = firstPartIn(range, parts);
    if (part === undefined) return null;
    const offset = Math.max(range.start, part.start);
    for (let index = lastBeginningBy(passages, offset); index >= 0; index -= 1) {
      const passage = passages[index] as CountedPassage;
      if (containsOffset(passage, offset)) return passage;
      if ((reach[index] as number) <= offset) return null;
    }
    return null;
  };
}

function lastBeginningBy(passages: readonly Range[], offset: number): number {
  let low = 0;
  let high = passages.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((passages[middle] as Range).start <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
