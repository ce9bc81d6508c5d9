import type { Certainty, Operation, Permission, Stance } from "@/lib/domain/coding";
import type { Range } from "@/lib/domain/segment";

/** What somebody did, as far as it is their own: which codes, where, and what they wrote; no word of the transcript. */
export interface OwnPart {
  id: string;
  kind: Operation["kind"];
  codeIds: string[];
  /** Half-open, in UTF-16 code units of the text. */
  places: Range[];
  memo: string | null;
  stance: Stance | null;
  permission: Permission | null;
  certainty: Certainty | null;
}

/** The own part of an operation. Built field by field, so that what an operation comes to hold later does not slip through. */
export function ownPart(operation: Operation): OwnPart {
  const changes = operation.kind === "annotate" ? operation.changes : {};
  return {
    id: operation.id,
    kind: operation.kind,
    codeIds: codesOf(operation),
    places: placesOf(operation).map(({ start, end }) => ({ start, end })),
    memo: changes.memo ?? null,
    stance: changes.stance ?? null,
    permission: changes.permission ?? null,
    certainty: changes.certainty ?? null,
  };
}

function codesOf(operation: Operation): string[] {
  if (operation.kind === "apply") return operation.codings.map(({ codeId }) => codeId);
  if (operation.kind === "recode") return [operation.to.codeId];
  return operation.kind === "unite" && operation.codeId !== null ? [operation.codeId] : [];
}

function placesOf(operation: Operation): Range[] {
  if (operation.kind === "split") return [operation.left, operation.right];
  return operation.kind === "apply" || operation.kind === "resize" || operation.kind === "unite"
    ? [operation]
    : [];
}
