import "server-only";
import type { StudyScope } from "@/lib/access/scope";
import { tableOfCodes } from "@/lib/domain/codebook";
import { csvLines } from "@/lib/server/excerpts/data/csv-lines";
import { listCodes } from "./codes";

const BYTE_ORDER_MARK = "\ufeff";

/** The codes in use as CSV: UTF-8 with its mark, CRLF. */
export async function codebookCsv(scope: StudyScope): Promise<string> {
  const codes = (await listCodes(scope)).filter((code) => !code.retired);
  return BYTE_ORDER_MARK + csvLines(tableOfCodes(codes));
}
