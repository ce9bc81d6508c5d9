import "server-only";
import { isIndexed, type Required } from "@/lib/domain/search";
import { seenSegments } from "@/lib/server/blind";
import type { Narrowed } from "./wanted";

/** A condition on rows of "SearchText" `s`, and the values of its parameters, in order. */
export interface Condition {
  text: string;
  values: unknown[];
}

/** The condition that a search puts on stretches. `values` are those that its statement has before it. */
export function conditionOf({ scope, needed, questionIds, within }: Narrowed, values: unknown[]): Condition {
  const parameter = (value: unknown) => `$${values.push(value)}`;
  const likes = (what: Required): string => {
    switch (what.kind) {
      case "nothing":
        return "true";
      case "pieces":
        return joined(
          [
            ...(what.short?.length ? [`s."short" @> ${parameter(what.short)}::text[]`] : []),
            ...(what.pieces.length > 0
              ? [`${folded(what.pieces)} LIKE ${parameter(`%${what.pieces.map(escaped).join("%")}%`)}`]
              : []),
          ],
          " AND ",
        );
      case "all":
        return joined(what.parts.map(likes), " AND ");
      case "any":
        return joined(what.parts.map(likes), " OR ");
    }
  };
  const parts = [likes(needed)];
  if (questionIds)
    parts.push(`EXISTS (SELECT 1 FROM "Passage" a WHERE a."versionId" = s."versionId"
      AND a."start" < s."end" AND a."end" > s."start" AND a."questionId" = ANY(${parameter(questionIds)}::uuid[]))`);
  if (within)
    parts.push(`EXISTS (SELECT 1 FROM ${seenSegments(scope)} g JOIN "Coding" c ON c."segmentId" = g."id" AND c."deletedAt" IS NULL
      WHERE g."versionId" = s."versionId" AND g."deletedAt" IS NULL AND g."start" < s."end" AND g."end" > s."start"
      AND c."codeId" = ANY(${parameter(within)}::uuid[]))`);
  return { text: parts.join(" AND "), values };
}

/** Pieces that are too short for trigrams would have all of that index read: they are looked for in the rows alone. */
const folded = (pieces: readonly string[]) => (pieces.some(isIndexed) ? `s."folded"` : `(s."folded" || '')`);

const joined = (parts: string[], by: string) => (parts.length === 0 ? "true" : `(${parts.join(by)})`);

/** What LIKE takes for itself. */
const escaped = (piece: string) => piece.replace(/[\\%_]/g, "\\$&");
