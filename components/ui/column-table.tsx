import type { ReactNode } from "react";
import { Table, TableBody, TableHead, Td, Th } from "./table";

/** How many of a column's values are shown, out of how many of its first. */
const SHOWN = 3;
const LOOKED_AT = 20;

interface ColumnTableProps {
  words: { columns: string; column: string; holds: string };
  columns: readonly string[];
  rows: readonly (readonly string[])[];
  /** The choice of what a column is taken for. */
  children: (column: number, heading: string) => ReactNode;
}

/** The columns of a table that is read in, each with its first values, and what it is taken for. */
export function ColumnTable({ words, columns, rows, children }: ColumnTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard.
    <section tabIndex={0} aria-label={words.columns} className="max-h-80 overflow-auto">
      <Table caption={words.columns}>
        <TableHead>
          <tr>
            <Th>{words.column}</Th>
            <Th>{words.holds}</Th>
          </tr>
        </TableHead>
        <TableBody>
          {columns.map((heading, column) => {
            const all = rows.slice(0, LOOKED_AT).flatMap((row) => row[column]?.trim() || []);
            const values = all.slice(0, SHOWN);
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns of a file have nothing but their place.
              <tr key={column}>
                <Th scope="row" className="max-w-28 sm:max-w-56" title={[heading, ...values].join(" · ")}>
                  <span className="block truncate">{heading}</span>
                  <span className="block truncate font-normal text-faint text-sm">{values.join(" · ")}</span>
                </Th>
                <Td className="min-w-44">{children(column, heading)}</Td>
              </tr>
            );
          })}
        </TableBody>
      </Table>
    </section>
  );
}
