import { parse } from "csv-parse/sync";
import { type Excerpt, ExcerptFilter } from "@/lib/schemas/excerpts";
import { type CSV_COLUMNS, excerptCsv, excerptPage } from "@/lib/server/excerpts/data";
import type { SmallStudy } from "./study";

type Who = keyof SmallStudy["scopes"];
type Filter = Record<string, string>;

/** What a study lets out of its excerpts, by role: on the screen, as a file, and as the file's records. */
export function lettingOut(study: () => SmallStudy) {
  async function shown(who: Who = "lead", filter: Filter = {}, limit = 200): Promise<Excerpt[]> {
    return (await excerptPage(study().scopes[who], ExcerptFilter.parse(filter), { limit })).rows;
  }

  async function text(who: Who = "lead", filter: Filter = {}): Promise<string> {
    let csv = "";
    for await (const piece of excerptCsv(study().scopes[who], ExcerptFilter.parse(filter))) csv += piece;
    return csv;
  }

  /** The records of the CSV, by column. */
  async function records(who: Who = "lead", filter: Filter = {}) {
    return parse(await text(who, filter), { bom: true, columns: true, recordDelimiter: "\r\n" }) as Record<
      (typeof CSV_COLUMNS)[number],
      string
    >[];
  }

  return { shown, text, records };
}
