import { descendants, type Tree } from "../codebook";
import { admitsQuestion, type Filter, type PassageStatus, restrictsQuestions } from "./source";

/** Why a code was raised by none of a group: they were asked and did not; they were not asked; nobody has yet coded their talk. */
export type ZeroReason = "asked_not_raised" | "not_asked" | "not_yet_coded";

/** What explains a zero. See `MatrixInput` for each. */
export type ZeroInput = {
  readonly tree: Tree;
  readonly questions: readonly { readonly id: string; readonly clusterId: string }[];
  readonly asked: ReadonlyMap<string, ReadonlyMap<string, PassageStatus>>;
  readonly codeQuestions: ReadonlyMap<string, ReadonlySet<string>>;
  readonly coded: ReadonlySet<string>;
  readonly filter: Filter;
};

/** A function of a group's members that gives a function of codes: the reason of that group's zero, for the code alone or its tree. */
export function zeroExplainer(
  input: ZeroInput,
): (members: readonly string[]) => (codeId: string, variant: "own" | "tree") => ZeroReason {
  const { tree, codeQuestions, coded, filter } = input;
  const within = new Set(
    input.questions
      .filter((question) => admitsQuestion(filter, question.id, question.clusterId))
      .map(({ id }) => id),
  );
  const open = input.questions.length === 0;
  const none: ReadonlySet<string> = new Set();
  const treeQuestions = new Map<string, ReadonlySet<string>>();
  const questionsOf = (codeId: string, variant: "own" | "tree") => {
    if (variant === "own") return codeQuestions.get(codeId) ?? none;
    let found = treeQuestions.get(codeId);
    if (found === undefined) {
      found = new Set(descendants(tree, codeId).flatMap(({ id }) => [...(codeQuestions.get(id) ?? none)]));
      treeQuestions.set(codeId, found);
    }
    return found;
  };

  return (members) => {
    const heard = members.filter((id) => coded.has(id));
    // Nothing says what was asked where the study has no guide, or where talk is not tied to it: an
    // interview is then taken as one open question, unless only certain questions are looked at.
    const untied = heard.some((id) => !input.asked.has(id)) && !restrictsQuestions(filter);
    const asked = new Set(
      heard.flatMap((id) => [...(input.asked.get(id)?.keys() ?? [])]).filter((id) => within.has(id)),
    );
    return (codeId, variant) => {
      if (heard.length === 0) return "not_yet_coded";
      if (open || untied) return "asked_not_raised";
      const where = questionsOf(codeId, variant);
      const wasAsked = where.size === 0 ? asked.size > 0 : meet(where, asked);
      return wasAsked ? "asked_not_raised" : "not_asked";
    };
  };
}

function meet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const each of a) if (b.has(each)) return true;
  return false;
}
