import "server-only";
import { createHash } from "node:crypto";
import type { StudyScope } from "@/lib/access/scope";
import type { SearchAsked, SearchCounts, SearchPage } from "@/lib/schemas/search";
import { pool } from "@/lib/server/db";
import { preparedFrame } from "../mutations/prepare";
import { countStep } from "./counts";
import { PATIENCE, pageOf } from "./page";
import { FORM } from "./texts";
import { wantedOf } from "./wanted";

export { searchChoices } from "./choices";
export { SEARCH_COLUMNS, searchCsv } from "./csv";
export { ownName, savedSearches } from "./saved";

/** Something found, and the state that it was found in. */
interface Answer<T> {
  tag: string;
  make: () => Promise<T>;
}

/** A page of what is found, or what was until whoever asked has left. Throws `invalid` where the query is none. */
export async function searchPage(
  scope: StudyScope,
  asked: SearchAsked & { after?: string | undefined; limit: number },
  left?: AbortSignal,
): Promise<Answer<SearchPage>> {
  const frame = await preparedFrame(scope);
  const wanted = await wantedOf(scope, frame, asked);
  return {
    tag: tagOf(scope, frame, asked),
    make: () => pageOf(pool(), frame, wanted, asked, { ...PATIENCE, left }),
  };
}

/** How much is found in one step, and in whose words. */
export async function searchCounts(
  scope: StudyScope,
  asked: SearchAsked & { after?: string | undefined },
  left?: AbortSignal,
): Promise<Answer<SearchCounts>> {
  const frame = await preparedFrame(scope);
  const wanted = await wantedOf(scope, frame, asked);
  return { tag: tagOf(scope, frame, asked), make: () => countStep(pool(), wanted, asked.after, { left }) };
}

/** Two who are blind see different codings, and neither of them sees what others do. */
function tagOf(
  { blind, userId }: StudyScope,
  frame: { stamp: string; texts: readonly { ready: boolean }[] },
  asked: object,
): string {
  const ready = frame.texts.filter((text) => text.ready).length;
  return createHash("sha256")
    .update(JSON.stringify([FORM, frame.stamp, ready, asked, blind && userId]))
    .digest("base64url");
}
