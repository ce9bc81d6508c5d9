import os from "node:os";

/** The value below which `share` of the values lie; interpolated between the two nearest. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const below = sorted[Math.floor(at)] ?? Number.NaN;
  const above = sorted[Math.ceil(at)] ?? Number.NaN;
  return below + (above - below) * (at - Math.floor(at));
}

export const median = (values: readonly number[]) => quantile(values, 0.5);

/** Three significant digits are as many as a measurement on a shared machine carries. */
export function number(value: number): string {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toFixed(digits);
}

export const milliseconds = (value: number) => `${number(value)} ms`;

export function line(words = ""): void {
  process.stdout.write(`${words}\n`);
}

export function heading(words: string): void {
  line(`\n${words}`);
}

/** Columns as wide as their widest cell; the first to the left, numbers to the right. */
export function table(columns: readonly string[], rows: readonly (readonly string[])[]): void {
  const all = [columns, ...rows];
  const widths = columns.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  for (const row of all) {
    const cells = row.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
    );
    line(`  ${cells.join("  ")}`.trimEnd());
  }
}

/** Times of one thing as a row: how many, the median, and what one in twenty exceeds. */
export function timesRow(name: string, values: readonly number[]): string[] {
  return [name, String(values.length), milliseconds(median(values)), milliseconds(quantile(values, 0.95))];
}

export const TIMES = ["", "n", "median", "p95"] as const;

/**
 * Says whether a target holds. A missed one fails nothing: how fast a machine is can't be asserted, and
 * what does not work throws by itself.
 */
export function goal(what: string, value: number, limit: number, unit: "ms" | "×" | "MB" | "frames"): void {
  const holds = value <= limit ? "holds " : "MISSED";
  line(`  ${holds}  ${what}: ${number(value)} ${unit} (target at most ${limit} ${unit})`);
}

/** Says how a figure grows where there is ten times as much. */
export function tenfold(what: string, small: number, large: number): void {
  line(`  Ten times the size, ${what}: ${number(large / small)} ×.`);
}

/** Says what the numbers that follow were measured on, and whether something else was at work there. */
export function machine(): void {
  const cores = os.availableParallelism();
  const load = os.loadavg()[0] ?? 0;
  const noise = load > cores / 2 ? "; others work here, so read the times as ratios" : "";
  line(
    `  On ${cores} cores, ${os.cpus()[0]?.model.trim() ?? "unknown"}; load ${number(load)} before${noise}.`,
  );
}
