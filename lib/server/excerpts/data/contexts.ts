import "server-only";
import type { Pool, PoolClient } from "pg";
import type { StudyScope } from "@/lib/access/scope";
import { type CountedPassage, type CountedTurn, type Filter, questionFinder } from "@/lib/domain/compare";
import type { Permission } from "@/lib/domain/permission";
import type { Range } from "@/lib/domain/segment";
import { ROLE, type Voices, voicesIn, WHO } from "@/lib/server/compare/data";
import { keptIn } from "@/lib/server/permitted";

/** Something that answers queries: the pool, or one connection inside a transaction. */
export type Connection = Pick<Pool | PoolClient, "query">;

export interface ContextTurn extends CountedTurn {
  label: string | null;
  atMs: number | null;
}

/** What stands around the segments of one version: who speaks where, and which question is answered. */
export interface Context {
  turns: ContextTurn[];
  voices: (segment: Range & { permission: Permission | null }) => Voices;
  question: (range: Range) => CountedPassage | null;
  /** Whether somebody has said of a part of the range that its words may not be quoted, whoever it was. */
  kept: (range: Range) => boolean;
}

/** Versions whose contexts are held at once: what bounds the memory of a long download. */
const HELD = 100;

const CONTEXTS = `
SELECT v.id AS "versionId",
  (SELECT coalesce(json_agg(json_build_object('start', u."start", 'bodyStart', u."bodyStart", 'end', u."end",
      'role', ${ROLE}, 'intervieweeId', ${WHO}, 'align', u."align", 'label', p."label",
      'atMs', u."atMs") ORDER BY u."ordinal"), '[]')
    FROM "Turn" u LEFT JOIN "Speaker" p ON p."id" = u."speakerId" WHERE u."versionId" = v."id") AS turns,
  (SELECT coalesce(json_agg(json_build_object('start', a."start", 'end', a."end", 'questionId', a."questionId",
      'clusterId', q."clusterId", 'status', a."status") ORDER BY a."start"), '[]')
    FROM "Passage" a JOIN "Question" q ON q."id" = a."questionId" WHERE a."versionId" = v."id") AS passages
FROM "TranscriptVersion" v JOIN "Transcript" t ON t."id" = v."transcriptId" WHERE v."id" = ANY($1::uuid[])`;

/** Loads contexts as they are asked for, and holds the latest. Its versions come from the scope's own frame. */
export class Contexts {
  readonly #held = new Map<string, Context>();

  constructor(
    readonly connection: Connection,
    readonly scope: StudyScope,
    readonly defaults: ReadonlyMap<string, Permission>,
    readonly filter: Filter,
  ) {}

  async of(versionIds: Iterable<string>): Promise<ReadonlyMap<string, Context>> {
    const wanted = new Set(versionIds);
    const missing = [...wanted].filter((id) => !this.#held.has(id));
    for (const id of this.#held.keys()) {
      if (this.#held.size + missing.length <= HELD) break;
      if (!wanted.has(id)) this.#held.delete(id);
    }
    if (missing.length === 0) return this.#held;
    const { rows } = await this.connection.query<{
      versionId: string;
      turns: ContextTurn[];
      passages: CountedPassage[];
    }>({ name: "excerpt-contexts", text: CONTEXTS, values: [missing] });
    const kept = await keptIn(this.connection, this.scope, missing);
    for (const { versionId, turns, passages } of rows)
      this.#held.set(versionId, {
        turns,
        voices: voicesIn(turns, this.defaults),
        question: questionFinder({ turns, passages }, this.filter),
        kept: (range) => kept(versionId, range),
      });
    return this.#held;
  }
}

/** The first turn that the range meets, by bisection; turns stand in the order of the text. */
export function turnAt(turns: readonly ContextTurn[], offset: number): ContextTurn | undefined {
  let low = 0;
  let high = turns.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((turns[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return turns[low];
}
