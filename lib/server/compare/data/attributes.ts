import "server-only";
import type { PoolClient } from "pg";
import { can } from "@/lib/access/can";
import { AppError } from "@/lib/access/errors";
import type { StudyScope } from "@/lib/access/scope";
import { grouping, inGroup, NOT_STATED } from "@/lib/domain/compare";
import { type AttributeKind, isFileHeading } from "@/lib/domain/people";
import { type FilterChoices, type PeopleChoice, personGroup } from "@/lib/schemas/compare";
import { pool } from "@/lib/server/db";

/** Texts of more different values than this are no groups. */
const GROUPS_LIMIT = 50;

/** An attribute with what is known of each interviewee, by id. */
export interface KnownAttribute {
  id: string;
  name: string;
  kind: AttributeKind;
  choices: string[];
  values: Record<string, string>;
}

const ATTRIBUTES = `
SELECT a."id", a."name", a."kind", a."choices", (
  SELECT coalesce(json_object_agg(v."intervieweeId", v."value" ORDER BY v."intervieweeId"), '{}')
  FROM "AttributeValue" v WHERE v."attributeId" = a."id") AS values
FROM "Attribute" a WHERE a."studyId" = $1 AND a."id" = ANY($2::uuid[]) ORDER BY a."id"`;

/**
 * The attributes that a choice of people names. Who is of which group is known to those who may see people:
 * to others a group would tell more of somebody than a number or a sector does. Throws `forbidden` for them,
 * and `not_found` where an attribute is not this study's.
 */
export async function attributesOf(
  scope: StudyScope,
  { by, attributes }: PeopleChoice,
  connection: Pick<PoolClient, "query"> = pool(),
): Promise<KnownAttribute[]> {
  const ids = new Set((attributes ?? []).map((group) => personGroup(group).attributeId));
  if (by) ids.add(by);
  if (ids.size === 0) return [];
  if (!can(scope.role, "people.view")) throw new AppError("forbidden");
  const { rows } = await connection.query<KnownAttribute>({
    name: "compare-attributes",
    text: ATTRIBUTES,
    values: [scope.studyId, [...ids]],
  });
  if (rows.length < ids.size) throw new AppError("not_found");
  return rows;
}

/** Whether an interviewee is of the groups: of any of one attribute's, and of all attributes. */
export function belongsTo(
  known: readonly KnownAttribute[],
  groups: readonly string[],
): (intervieweeId: string) => boolean {
  const asked = groups.map(personGroup);
  const wanted = known.flatMap((attribute) => {
    const keys = asked.filter(({ attributeId }) => attributeId === attribute.id).map(({ key }) => key);
    return keys.length > 0 ? [{ attribute, keys }] : [];
  });
  return (id) =>
    wanted.every(({ attribute, keys }) => keys.some((key) => inGroup(attribute, key, attribute.values[id])));
}

interface CountedAttribute extends Omit<KnownAttribute, "values"> {
  counts: { value: string; people: number }[];
}

const COUNTED = `
SELECT a."id", a."name", a."kind", a."choices", (
  SELECT coalesce(json_agg(c), '[]') FROM (
    SELECT v."value", count(*)::int AS people FROM "AttributeValue" v WHERE v."attributeId" = a."id" GROUP BY 1) c) AS counts
FROM "Attribute" a WHERE a."studyId" = $1 ORDER BY a."position", a."name", a."id"`;

/** The attributes that people can be compared by, each with its groups; none for those who may not see people. */
export async function attributeChoices(
  scope: StudyScope,
  people: number,
): Promise<FilterChoices["attributes"]> {
  if (!can(scope.role, "people.view")) return [];
  const { rows } = await pool().query<CountedAttribute>({
    name: "compare-attribute-choices",
    text: COUNTED,
    values: [scope.studyId],
  });
  // The names of files are there to find people by.
  return rows
    .filter(({ name }) => !isFileHeading(name))
    .map(({ id, name, counts, ...type }) => {
      if (type.kind === "text" && counts.length > GROUPS_LIMIT) return { id, name, groups: null };
      const { groups, keyOf } = grouping(
        type,
        counts.map(({ value }) => value),
      );
      const sizes = new Map<string, number>();
      let stated = 0;
      for (const { value, people } of counts) {
        sizes.set(keyOf(value), (sizes.get(keyOf(value)) ?? 0) + people);
        stated += people;
      }
      const known = groups.map((group) => ({ ...group, people: sizes.get(group.key) ?? 0 }));
      const rest = people - stated;
      return {
        id,
        name,
        groups: rest > 0 ? [...known, { key: NOT_STATED, label: "", people: rest }] : known,
      };
    });
}
