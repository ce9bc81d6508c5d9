import { randomUUID } from "node:crypto";
import { contextOf } from "@/lib/domain/segment";
import type { Chance } from "./chance";
import type { Frame } from "./frame";
import type { Size } from "./size";
import type { Tables } from "./tables";
import type { Speech } from "./talk";

const STANCES = ["personal", "organisation", "not_stated"];
const LONGEST = 45;

/** A text, and whose codings it gets. */
export interface Coded {
  frame: Frame;
  size: Size;
  transcriptId: string;
  versionId: string;
  text: string;
}

/** Segments of some words to some sentences inside the interviewee's turns, a quarter of them under two codes. */
export function addCodings(chance: Chance, coded: Coded, speeches: readonly Speech[], tables: Tables): void {
  const { coderIds, codeIds } = coded.frame;
  const answers = speeches.filter((speech) => !speech.asks);
  const taken = new Set<string>();
  let left = answers.length > 0 ? coded.size.codings : 0;
  while (left > 0) {
    const { words } = chance.pick(answers);
    const first = chance.between(0, words.length - 1);
    const start = words[first]?.start ?? 0;
    const end = words[Math.min(words.length - 1, first + chance.between(3, LONGEST))]?.end ?? 0;
    const coderId = chance.pick(coderIds);
    const key = `${coderId} ${start} ${end}`;
    if (taken.has(key)) continue;
    taken.add(key);
    const codes = new Set([chance.pickEarly(codeIds)]);
    if (left > 1 && chance.next() < 0.25) codes.add(chance.pickEarly(codeIds));
    addSegment(chance, coded, { start, end, coderId, codes }, tables);
    left -= codes.size;
  }
}

/** Segments one after the other over every turn, once for each layer and by a coder of its own: each word lies under as many. */
export function addLayers(chance: Chance, coded: Coded, speeches: readonly Speech[], tables: Tables): void {
  const { coderIds, codeIds } = coded.frame;
  for (let layer = 0; layer < (coded.size.layers ?? 0); layer += 1) {
    const coderId = coderIds[layer];
    if (coderId === undefined) throw new RangeError("there are more layers than coders");
    for (const { words } of speeches) {
      for (let first = 0; first < words.length; ) {
        const last = Math.min(words.length - 1, first + chance.between(3, LONGEST));
        const [start, end] = [words[first]?.start ?? 0, words[last]?.end ?? 0];
        first = last + 1;
        addSegment(chance, coded, { start, end, coderId, codes: new Set([chance.pick(codeIds)]) }, tables);
      }
    }
  }
}

function addSegment(
  chance: Chance,
  { frame: { studyId }, transcriptId, versionId, text }: Coded,
  { start, end, coderId, codes }: { start: number; end: number; coderId: string; codes: ReadonlySet<string> },
  tables: Tables,
): void {
  const id = randomUUID();
  const quote = contextOf(text, { start, end });
  const stance = chance.pick(STANCES);
  tables.add("Segment", { id, studyId, transcriptId, versionId, coderId, start, end, ...quote, stance });
  for (const codeId of codes) {
    tables.add("Coding", {
      id: randomUUID(),
      segmentId: id,
      studyId,
      coderId,
      codeId,
      codebookStudyId: studyId,
      revision: 0,
    });
  }
}
