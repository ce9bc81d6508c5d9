import { guessLanguage } from "./language";
import { clockToMs } from "./times";
import type { TableColumns } from "./types";

export interface Table {
  columns: readonly string[];
  rows: readonly (readonly string[])[];
}

const NAMED: Record<keyof TableColumns, RegExp> = {
  text: /^(?:text|words?|content|utterance|transcript(?:ion)?|speech|sentence|message|comment|発言|発言内容|発話|内容|本文|テキスト|文章)$/iu,
  speaker:
    /^(?:speaker|speaker[ _]?name|name|who|participant|person|label|話者|発言者|話し手|発話者|氏名|名前)$/iu,
  time: /^(?:time|timestamp|time[ _]?stamp|timespan|start|start[ _]?time|begin|from|in|時刻|時間|開始|開始時刻|開始時間)$/iu,
  end: /^(?:end|end[ _]?time|stop|to|out|終了|終了時刻|終了時間)$/iu,
  other: /^(?:translation|translated|other[ _]?language|訳|翻訳|対訳)$/iu,
};

/** Rows that are looked at; a table says soon what its columns hold. */
const SAMPLE = 200;

/**
 * Which column of a table holds what: by its name in English or Japanese, otherwise by what stands in it.
 * The longest words are what is said; clocks are the time; few short values that come back are speakers;
 * a column as long as the text in another language is its translation.
 */
export function guessColumns({ columns, rows }: Table): TableColumns {
  const sample = rows.slice(0, SAMPLE);
  const cells = columns.map((_, index) =>
    sample.map((row) => (row[index] ?? "").trim()).filter((cell) => cell !== ""),
  );
  const free = new Set(columns.map((_, index) => index));
  const take = (index: number | null | undefined) => {
    if (index === null || index === undefined || index < 0) return null;
    free.delete(index);
    return index;
  };
  const byName = (kind: keyof TableColumns) =>
    take([...free].find((index) => NAMED[kind].test((columns[index] ?? "").trim())));
  const lengthOf = (index: number) => (cells[index] ?? []).reduce((sum, cell) => sum + cell.length, 0);
  const longest = () => [...free].sort((a, b) => lengthOf(b) - lengthOf(a) || a - b)[0];

  const named = {
    text: byName("text"),
    speaker: byName("speaker"),
    time: byName("time"),
    end: byName("end"),
  };
  const time = named.time ?? take([...free].find((index) => isTime(cells[index] ?? [])));
  const end =
    named.end ?? (named.time === null ? null : take([...free].find((index) => isTime(cells[index] ?? []))));
  const text =
    named.text ?? take([...free].filter((index) => lengthOf(index) > 0).length > 0 ? longest() : null);
  const speaker = named.speaker ?? take([...free].find((index) => isSpeaker(cells[index] ?? [])));
  const other = byName("other") ?? take(translation(text, [...free], cells));
  return { text, speaker, time, end, other };
}

const isTime = (cells: readonly string[]) =>
  cells.length > 0 && cells.every((cell) => clockToMs(cell) !== null);

function isSpeaker(cells: readonly string[]): boolean {
  const values = new Set(cells);
  return cells.length >= 2 && values.size * 2 <= cells.length && cells.every(({ length }) => length <= 60);
}

function translation(text: number | null, free: readonly number[], cells: readonly (readonly string[])[]) {
  const said = text === null ? "" : (cells[text] ?? []).join("\n");
  if (said === "") return null;
  const language = guessLanguage(said);
  return free.find((index) => {
    const words = (cells[index] ?? []).join("\n");
    return words.length * 4 > said.length && guessLanguage(words) !== language;
  });
}
