import type { ActionResult } from "@/lib/access/errors";
import { PEOPLE_FILE_LIMIT, type PeopleFile, PeopleTableParams, TABLE_LIMIT } from "@/lib/schemas/people";
import { defineRoute } from "@/lib/server/access/define-route";
import { scopeOf } from "@/lib/server/access/gate";
import { readSafely } from "@/lib/server/interchange/read-safely";
import { receiveBytes } from "@/lib/server/interchange/receive";

/**
 * Reads a table of people for its preview: the file is the body, its name in the query. Nothing is kept; a
 * file that is no table is an answer like any other.
 */
export const POST = defineRoute({
  input: PeopleTableParams,
  scope: ({ studyId }) => scopeOf("study", studyId, "people.edit"),
  respond: async (_scope, { name }, request) => {
    const bytes = await receiveBytes(request, PEOPLE_FILE_LIMIT);
    return Response.json(await tableOf(name, bytes, request.signal));
  },
});

async function tableOf(
  name: string,
  bytes: Uint8Array,
  signal: AbortSignal,
): Promise<ActionResult<PeopleFile>> {
  const refuse = (detail: string, values = {}): ActionResult<never> => ({
    ok: false,
    error: { code: "invalid", detail, values },
  });
  const file = await readSafely(name, bytes, { signal, rows: TABLE_LIMIT });
  if (!file.ok) return refuse(`file_${file.reason}`);
  if (file.reading.kind !== "table") return refuse("no_table");
  const { columns, rows } = file.reading;
  if (rows.length > TABLE_LIMIT) return refuse("table_of_many", { count: TABLE_LIMIT });
  return { ok: true, value: { columns, rows } };
}
