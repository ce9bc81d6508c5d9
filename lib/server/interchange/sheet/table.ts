import "server-only";
import type { Reading } from "@/lib/domain/transcript";
import { CELLS_LIMIT, COLUMNS_LIMIT, Unreadable } from "../limits";

type Table = Extract<Reading, { kind: "table" }>;

/** The longest that a column's name is. */
const NAME_LIMIT = 120;
/** Rows that are looked at. */
const SAMPLE = 200;
const VALUE = /^[\d\s.,:/%+-]+$/;

/** Words that stand above columns, folded; one of them is enough. */
const HEADINGS = new Set(
  `speaker,name,names,person,participant,text,words,utterance,utterances,content,transcript,transcription,speech,
  sentence,message,time,times,timestamp,timecode,start,end,starttime,endtime,begin,duration,tags,notes,
  number,no,no.,nr,id,sector,position,role,language,file,filename,date,country,age,gender,organisation,organization,
  話者,話し手,発言者,発話者,氏名,名前,発言,発話,内容,本文,テキスト,時刻,時間,開始,終了,番号,部門,分野,立場,役職,職業,所属,
  言語,ファイル,ファイル名,日付,国,年齢,性別`
    .split(",")
    .map((word) => word.trim()),
);

/** Rows of a file as a table: the first row names the columns where it reads like names; else they are A, B, C… */
export function tableOf(rows: readonly (readonly string[])[]): Table {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  if (width > COLUMNS_LIMIT || width * rows.length > CELLS_LIMIT) throw new Unreadable("table_too_large");
  const [first = [], ...others] = rows;
  const named = rows.length > 1 && isHeading(first, others);
  const fill = (row: readonly string[]) => Array.from({ length: width }, (_, column) => row[column] ?? "");
  return {
    kind: "table",
    columns: fill(named ? first : []).map((name, column) => name.trim() || letters(column)),
    rows: (named ? others : rows).map(fill),
  };
}

/**
 * Whether a row names the columns: short, different words, none of them a figure and none of them met
 * again below in its column; and one of them is a usual heading, or stands over figures.
 */
function isHeading(first: readonly string[], others: readonly (readonly string[])[]): boolean {
  const names = first.map((name) => name.trim());
  const filled = names.filter((name) => name !== "");
  if (filled.length === 0 || new Set(filled).size < filled.length) return false;
  if (filled.some((name) => name.length > NAME_LIMIT || VALUE.test(name))) return false;
  const below = names.map((_, column) =>
    others
      .slice(0, SAMPLE)
      .map((row) => (row[column] ?? "").trim())
      .filter((cell) => cell !== ""),
  );
  if (names.some((name, column) => below[column]?.includes(name))) return false;
  if (names.some((name) => HEADINGS.has(fold(name)))) return true;
  return below.some((cells) => cells.length > 0 && cells.every((cell) => VALUE.test(cell)));
}

const fold = (name: string) =>
  name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s_-]/g, "");

/** A, B, … Z, AA, as spreadsheets name their columns. */
export function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last;
}
