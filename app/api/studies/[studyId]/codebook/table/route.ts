import type { ActionResult } from "@/lib/access/errors";
import { CODES_FILE_LIMIT, CODES_LIMIT, type CodesFile } from "@/lib/schemas/codebook";
import { PeopleTableParams } from "@/lib/schemas/people";
import { defineRoute } from "@/lib/server/access/define-route";
import { scopeOf } from "@/lib/server/access/gate";
import { readSafely } from "@/lib/server/interchange/read-safely";
import { receiveBytes } from "@/lib/server/interchange/receive";

/**
 * Reads a file of codes for its preview: the file is the body, its name in the query. A table, or a text as an
 * indented list. Nothing is kept.
 */
export const POST = defineRoute({
  input: PeopleTableParams,
  scope: ({ studyId }) => scopeOf("study", studyId, "codebook.edit"),
  respond: async (_scope, { name }, request) => {
    const bytes = await receiveBytes(request, CODES_FILE_LIMIT);
    return Response.json(await codesOf(name, bytes, request.signal));
  },
});

async function codesOf(
  name: string,
  bytes: Uint8Array,
  signal: AbortSignal,
): Promise<ActionResult<CodesFile>> {
  const refuse = (detail: string, values = {}): ActionResult<never> => ({
    ok: false,
    error: { code: "invalid", detail, values },
  });
  const file = await readSafely(name, bytes, { signal, rows: CODES_LIMIT + 1 });
  if (!file.ok) return refuse(`file_${file.reason}`);
  const { reading } = file;
  if (reading.kind === "cues") return refuse("no_codes_in_file");
  const lines = reading.kind === "table" ? reading.rows.length : reading.text.split("\n").length;
  // One row may turn out to name the columns.
  if (lines > CODES_LIMIT + 1) return refuse("codes_of_many", { count: CODES_LIMIT });
  if (reading.kind === "lines") return { ok: true, value: { kind: "list", text: reading.text } };
  return { ok: true, value: { kind: "table", columns: reading.columns, rows: reading.rows } };
}
