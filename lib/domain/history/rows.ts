/** What a JSON column may hold. */
export type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value };

/** The fields of a row, without its id. */
export type Fields = Readonly<Record<string, Value>>;

/** The kinds of rows that an event can be taken back in. `values` are an interviewee's, by attribute. */
export const TABLES = [
  "study",
  "sector",
  "attribute",
  "interviewee",
  "values",
  "interview",
  "cluster",
  "question",
  "memo",
  "round",
  "assignment",
  "search",
  "example",
] as const;
export type Table = (typeof TABLES)[number];

/** A row as it was and as it became; null where it was not there. */
export interface RowChange {
  table: Table;
  id: string;
  before: Fields | null;
  after: Fields | null;
}

/** An event as the history keeps it. */
export interface StoredEvent {
  kind: string;
  studyId: string;
  before: unknown;
  after: unknown;
}

/** What is kept of each row: what is not listed is told elsewhere, such as a revision's number. */
export const FIELDS: Record<Table, readonly string[]> = {
  study: ["title", "description", "notice"],
  sector: ["name", "position"],
  attribute: ["name", "kind", "choices", "values"],
  interviewee: ["sectorId", "number", "position", "permission", "known"],
  values: [],
  interview: ["date", "minutes", "interviewers", "mode", "place", "intervieweeIds"],
  cluster: ["key", "title", "position"],
  question: ["clusterId", "key", "text", "followUp", "position"],
  memo: ["text", "resolved", "deleted"],
  round: ["kind", "title", "instructions", "dueOn", "opened", "ended"],
  assignment: ["done"],
  search: ["name", "query", "filter"],
  example: ["segmentId", "codeId", "counter"],
};

/** Fields that say where a row stands in its list, and no more. */
export const WISHES: Partial<Record<Table, string>> = {
  sector: "position",
  cluster: "position",
  question: "position",
};

/** The kinds of events that hold rows of one table, by what stands before the point; an undo says its tables itself. */
const TABLE_OF: Readonly<Record<string, Table>> = {
  study: "study",
  sector: "sector",
  attribute: "attribute",
  interviewee: "interviewee",
  interview: "interview",
  cluster: "cluster",
  guide: "cluster",
  question: "question",
  memo: "memo",
  search: "search",
  example: "example",
};

/** Events of these kinds make rows; of any other, a row that stands in `after` alone is there for the screen. */
const MAKES = /\.(add|answer|save)$/;
const TAKES = /\.(delete|remove)$/;
/** What cannot be taken back by its rows: a study's making, a whole table of people. */
const NEVER = new Set(["study.create", "interviewee.table"]);

/**
 * The rows that an event changed. Null where it is of a kind that cannot be taken back by its rows, or holds
 * less than that takes.
 */
export function changesOf(event: StoredEvent): RowChange[] | null {
  const { kind } = event;
  if (kind === "history.undo") return writtenChanges(event);
  if (kind === "interviewee.values") return valueChanges(event);
  if (kind.startsWith("round.")) return roundChanges(event);
  const table = TABLE_OF[kind.split(".")[0] ?? ""];
  if (!table || NEVER.has(kind)) return null;
  const was = rowsIn(event.before, table, event.studyId);
  const became = rowsIn(event.after, table, event.studyId);
  const changes: RowChange[] = [];
  for (const [key, row] of [...was, ...[...became].filter(([key]) => !was.has(key))]) {
    const [before, after] = [was.get(key)?.fields ?? null, became.get(key)?.fields ?? null];
    if (before === null && !MAKES.test(kind) && table !== "memo") continue;
    if (after === null && !TAKES.test(kind) && table !== "memo") continue;
    changes.push({ table: row.table, id: row.id, before, after });
  }
  return changes.length > 0 ? changes : null;
}

interface Row {
  table: Table;
  id: string;
  fields: Fields;
}

export function isRecord(value: unknown): value is Readonly<Record<string, Value>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The rows in one side of an event: one, several, clusters with their questions, people with the interviews that went with them. */
function rowsIn(side: unknown, table: Table, studyId: string): Map<string, Row> {
  const found = new Map<string, Row>();
  for (const raw of Array.isArray(side) ? side : [side]) {
    if (!isRecord(raw)) continue;
    const id = table === "study" ? studyId : raw.id;
    // A deleted memo is there still, and as good as not.
    if (typeof id !== "string" || (table === "memo" && raw.deleted === true)) continue;
    found.set(`${table} ${id}`, { table, id, fields: pick(raw, table) });
    if (table === "cluster" && Array.isArray(raw.questions))
      for (const [key, row] of rowsIn(raw.questions, "question", studyId))
        found.set(key, { ...row, fields: { ...row.fields, clusterId: id } });
    if (table === "interviewee" && Array.isArray(raw.interviews))
      for (const [key, row] of rowsIn(raw.interviews, "interview", studyId)) found.set(key, row);
  }
  return found;
}

function pick(raw: Readonly<Record<string, Value>>, table: Table): Fields {
  return Object.fromEntries(
    FIELDS[table].flatMap((field) => (raw[field] === undefined ? [] : [[field, inOrder(field, raw[field])]])),
  );
}

/** Who was interviewed is a set, whatever the order in which it was read. */
function inOrder(field: string, value: Value): Value {
  return field === "intervieweeIds" && Array.isArray(value) ? value.toSorted() : value;
}

/** What was known of one interviewee: an attribute without a value is a blank one. */
function valueChanges({ before, after }: StoredEvent): RowChange[] | null {
  if (!isRecord(before) || !isRecord(after) || typeof after.intervieweeId !== "string") return null;
  const [was, became] = [before.values, after.values];
  if (!isRecord(was) || !isRecord(became)) return null;
  const ids = [...new Set([...Object.keys(was), ...Object.keys(became)])];
  const filled = (values: Fields) => Object.fromEntries(ids.map((id) => [id, values[id] ?? ""]));
  return [{ table: "values", id: after.intervieweeId, before: filled(was), after: filled(became) }];
}

/** An undo holds the rows with their tables. */
function writtenChanges({ after }: StoredEvent): RowChange[] | null {
  const rows = isRecord(after) ? after.rows : null;
  return Array.isArray(rows) ? (rows as unknown as RowChange[]) : null;
}

/**
 * Of a round itself, or of who codes what in it: `assignments` are those that went and those that came. What was
 * seen cannot be unseen, so nothing is taken back of revealing a round, or of opening one that hides others' work.
 */
function roundChanges({ kind, before, after }: StoredEvent): RowChange[] | null {
  const [was, became] = [before, after].map((side) => (isRecord(side) ? side : null)) as [Side, Side];
  const id = (became ?? was)?.id;
  if (typeof id !== "string" || kind === "round.reveal") return null;
  if (kind === "round.open" && became?.kind !== "open") return null;
  if (kind === "round.done" || kind === "round.again") {
    const fields = (side: Side) => side && { done: side.done ?? false };
    return [{ table: "assignment", id, before: fields(was), after: fields(became) }];
  }
  const gone = assignmentsIn(was).map(
    ({ fields, ...row }): RowChange => ({ ...row, before: fields, after: null }),
  );
  const come = assignmentsIn(became).map(
    ({ fields, ...row }): RowChange => ({ ...row, before: null, after: fields }),
  );
  if (kind === "round.assign") return [...gone, ...come];
  const fields = (side: Side) => side && pick(side, "round");
  return [{ table: "round", id, before: fields(was), after: fields(became) }, ...gone];
}

type Side = Readonly<Record<string, Value>> | null;

function assignmentsIn(side: Side): Row[] {
  const rows = Array.isArray(side?.assignments) ? side.assignments.filter(isRecord) : [];
  return rows.map((row) => ({ table: "assignment", id: String(row.id), fields: pick(row, "assignment") }));
}
