import "server-only";
import type { StudyScope } from "@/lib/access/scope";
import { codingFacts, type Filter, matrix, type ReadDigests, readDigests } from "@/lib/domain/compare";
import type { Columns, ComparePayload, PeopleChoice } from "@/lib/schemas/compare";
import { type Asked, askedOf } from "./asked";
import { attributesOf } from "./attributes";
import { type Layout, layoutOf } from "./columns";
import { digestsOf } from "./digests";
import { filterKey } from "./filter";
import { type Frame, frameOf } from "./frame";
import type { Counted } from "./kept";
import { type Counts, codesOf, totalsOf } from "./payload";
import { remembered, type Tagged } from "./remembered";
import { digestOf, keptFor, rulesOf, unitsOf } from "./units";

export { attributesOf, belongsTo, type KnownAttribute } from "./attributes";
export { codeChoices, filterChoices } from "./choices";
export { showsNumber, type Voices, voicesIn } from "./citable";
export { filterOf } from "./filter";
export { defaultsOf, type Frame, type FrameInterviewee, frameOf } from "./frame";
export { inSnapshot } from "./snapshot";
export { ROLE, SOURCE, WHO } from "./voice";

const ALL: Filter = {};

export interface Comparison {
  /** Changes whenever the counts may. */
  tag: string;
  /** The payload with its own tag: another, where something was written before it was counted. */
  counted: () => Promise<Tagged>;
}

/**
 * Codes × groups of interviewees, as a role may see them. The tag costs three small queries; the payload
 * is remembered, or reads what is kept of each transcript, and counts anew only where something changed.
 */
export async function comparison(
  scope: StudyScope,
  columns: Columns,
  filter: Filter,
  choice: PeopleChoice = {},
): Promise<Comparison> {
  const [frame, units, asked, attributes] = await Promise.all([
    frameOf(scope),
    unitsOf(scope),
    askedOf(scope),
    attributesOf(scope, choice),
  ]);
  const facts = JSON.stringify({ ...frame, tree: null, attributes });
  const asking = [scope.studyId, columns, filterKey(filter), scope.role, choice.by, choice.attributes];
  // Nobody who is blind is shown what was counted for another.
  if (scope.blind) asking.push(scope.userId, ...units.map(({ only }) => keptFor(only)));
  const tagOf = (states: readonly string[]) =>
    digestOf([...asking, rulesOf(frame, true), facts, ...states, asked.text].join("\n"));
  const tag = tagOf(units.map(({ state }) => state));
  const shown =
    columns === "cluster" ? frame.clusters.filter(({ id }) => filter.clusterIds?.includes(id) ?? true) : [];
  const filters = [ALL, filter, ...shown.map(({ id }) => ({ ...filter, clusterIds: [id] }))];

  const payloadOf = ([everything = [], filtered = [], ...clusters]: Counted[][]): ComparePayload => {
    const whole = readDigests(everything.map(({ all }) => all));
    const layout = layoutOf(frame, columns, choice, attributes);
    const study = { frame, layout, asked: asked.questions(), ...codingFacts(whole) };
    // Without a filter they are the same digests, and read already.
    const read = filtered === everything ? whole : undefined;
    const counted = countsOf(study, filtered, filter, read);
    const has = {
      codings: study.coded.size > 0,
      interviewees: frame.interviewees.length > 0,
      transcripts: units.length > 0,
    };
    if (columns === "cluster") {
      const each = clusters.map((digests, at) => countsOf(study, digests, filters[at + 2] ?? filter));
      return {
        codes: codesOf([...each, counted], (row) => [row.total]),
        columns: shown.map(({ id, key, title }, at) => ({
          key: id,
          label: key,
          hint: title,
          small: each[at]?.all.total.small ?? true,
          totals: totalsOf(each[at]?.all.total ?? counted.all.total),
        })),
        total: { small: counted.all.total.small, totals: totalsOf(counted.all.total) },
        unattributed: counted.all.unattributed.segments,
        has,
        citableOnly: false,
      };
    }
    // A column of one interviewee names who is counted, so who may not read the transcripts sees in it
    // only what may be cited by number.
    const citableOnly =
      columns === "interviewee" && scope.role === "viewer" && counted.citable !== counted.all;
    const counts = citableOnly ? { all: counted.citable, citable: counted.citable } : counted;
    return {
      codes: codesOf([counts], (row) => [...row.cells, row.total]),
      columns: counts.all.columns.map((column) => ({
        key: column.key ?? "",
        label: column.label,
        hint: layout.hints.get(column.key ?? "") ?? "",
        small: column.small && columns !== "interviewee" && columns !== "source",
        totals: totalsOf(column),
      })),
      total: { small: counts.all.total.small, totals: totalsOf(counts.all.total) },
      // Other sources are compared without anybody who speaks in interviews.
      unattributed: columns === "source" ? 0 : counted.all.unattributed.segments,
      has,
      citableOnly,
    };
  };
  const make = async () => {
    const { byFilter, states } = await digestsOf(scope, frame, units, filters);
    return { payload: payloadOf(byFilter), tag: tagOf(states) };
  };
  return { tag, counted: () => remembered(tag, make) };
}

type Study = { frame: Frame; layout: Layout; asked: ReturnType<Asked["questions"]> } & ReturnType<
  typeof codingFacts
>;

function countsOf(
  study: Study,
  digests: readonly Counted[],
  filter: Filter,
  read: ReadDigests = readDigests(digests.map((each) => each.all)),
): Counts {
  const { frame, layout, ...facts } = study;
  const input = {
    ...facts,
    filter,
    tree: frame.tree,
    questions: frame.questions,
    interviewees: layout.interviewees,
    groups: layout.groups,
  };
  const all = matrix({ ...input, digests: read });
  if (digests.every(({ citable }) => citable === null)) return { all, citable: all };
  return {
    all,
    citable: matrix({ ...input, digests: readDigests(digests.map((each) => each.citable ?? each.all)) }),
  };
}
