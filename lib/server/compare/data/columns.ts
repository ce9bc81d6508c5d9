import "server-only";
import { grouping, NOT_STATED } from "@/lib/domain/compare";
import type { Columns, PeopleChoice } from "@/lib/schemas/compare";
import { belongsTo, type KnownAttribute } from "./attributes";
import type { Frame } from "./frame";

/** Who is compared, in which columns, and what is said of a column besides its name. */
export interface Layout {
  interviewees: { id: string; number: number; groupKey: string | null }[];
  groups: { key: string; label: string }[];
  hints: ReadonlyMap<string, string>;
}

/** Interviewees, those of the chosen groups; or apart from them the other sources, each a column of its own. */
export function layoutOf(
  frame: Frame,
  columns: Columns,
  choice: PeopleChoice,
  attributes: readonly KnownAttribute[],
): Layout {
  if (columns === "source") return sourceLayout(frame);
  const admits = belongsTo(attributes, choice.attributes ?? []);
  const people = frame.interviewees.filter(({ id }) => admits(id));
  const by = attributes.find(({ id }) => id === choice.by);
  const { groups, keyOf } = by
    ? grouping(
        by,
        people.map(({ id }) => by.values[id] ?? ""),
      )
    : { groups: [], keyOf: () => NOT_STATED };
  const sectors = new Map(frame.sectors.map(({ id, name }) => [id, name]));
  const placed = (keyFor: (person: Frame["interviewees"][number]) => string | null) =>
    people.map((person) => ({ id: person.id, number: person.number, groupKey: keyFor(person) }));
  switch (columns) {
    case "cluster":
      return { interviewees: placed(() => null), groups: [], hints: new Map() };
    case "sector":
      return {
        interviewees: placed(({ sectorId }) => sectorId),
        groups: frame.sectors.map(({ id, name }) => ({ key: id, label: name })),
        hints: new Map(),
      };
    case "attribute": {
      const interviewees = placed(({ id }) => keyOf(by?.values[id]));
      const unknown = interviewees.some(({ groupKey }) => groupKey === NOT_STATED);
      return {
        interviewees,
        groups: unknown ? [...groups, { key: NOT_STATED, label: "" }] : [...groups],
        hints: new Map(),
      };
    }
    case "interviewee":
      return {
        interviewees: placed(({ id }) => id),
        groups: people.map(({ id, number }) => ({ key: id, label: String(number) })),
        hints: new Map(people.map(({ id, sectorId }) => [id, sectors.get(sectorId) ?? ""])),
      };
  }
}

function sourceLayout({ sources }: Frame): Layout {
  return {
    interviewees: sources.map(({ id }, at) => ({ id, number: at + 1, groupKey: id })),
    groups: sources.map(({ id, title }) => ({ key: id, label: title })),
    hints: new Map(
      sources.map(({ id, publisher, date }) => [id, [publisher, date].filter(Boolean).join(", ")]),
    ),
  };
}
