"use client";

import {
  createSortedRowModel,
  rowSortingFeature,
  sortFns,
  tableFeatures,
  useTable,
} from "@tanstack/react-table";
import { Fragment, useMemo } from "react";
import { useTranslations } from "use-intl";
import { ariaSort, SortButton } from "@/components/ui/sort-button";
import { Table, TableBody, TableHead, Td, Th } from "@/components/ui/table";
import type { IntervieweeRow, People } from "@/lib/schemas/people";
import type { Open } from "./people-page";
import { InterviewsCell, NumberCell, TranscriptsCell } from "./person-cells";

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel(), sortFns });
/** Sector by sector in the study's order; within one, by what the person sorts by. */
const initialState = { sorting: [{ id: "number", desc: false }] };

export function PeopleTable({ people, onOpen }: { people: People; onOpen: (open: Open) => void }) {
  const t = useTranslations("people");
  const { may, sectors, interviewees, interviews } = people;
  const columns = useMemo(
    () => [
      { id: "number", accessorFn: (row: IntervieweeRow) => row.number },
      { id: "position", accessorFn: (row: IntervieweeRow) => row.position },
      { id: "permission", accessorFn: (row: IntervieweeRow) => t(`permissions.${row.permission}`) },
      ...(may.seeNames ? [{ id: "name", accessorFn: (row: IntervieweeRow) => row.name ?? "" }] : []),
    ],
    [may.seeNames, t],
  );
  const table = useTable({ features, columns, data: interviewees, initialState });
  const sorted = table.getRowModel().rows.map((row) => row.original);
  const heads = table.getHeaderGroups().flatMap((group) => group.headers);
  return (
    <Table caption={t("caption")}>
      <TableHead>
        <tr>
          {heads.map(({ column }) => (
            <Th key={column.id} aria-sort={ariaSort(column.getIsSorted())}>
              <SortButton
                className="whitespace-nowrap"
                direction={column.getIsSorted()}
                onSort={() => column.toggleSorting()}
              >
                {t(column.id as "number" | "position" | "permission" | "name")}
              </SortButton>
            </Th>
          ))}
          <Th>{t("interviews")}</Th>
          <Th>{t("transcripts")}</Th>
        </tr>
      </TableHead>
      <TableBody>
        {sectors.map((sector) => {
          const members = sorted.filter((row) => row.sectorId === sector.id);
          if (members.length === 0) return null;
          return (
            <Fragment key={sector.id}>
              <tr className="bg-panel/60">
                <Th scope="rowgroup" colSpan={heads.length + 2} className="px-2! pt-4! pb-1.5!">
                  <span className="font-semibold">{sector.name}</span>
                  <span className="ml-2 font-normal text-faint text-sm">
                    {t("inSector", { count: members.length })}
                  </span>
                </Th>
              </tr>
              {members.map((row) => {
                const own = interviews.filter((interview) => interview.intervieweeIds.includes(row.id));
                return (
                  <tr key={row.id}>
                    <Th scope="row" className="w-16">
                      <NumberCell
                        number={row.number}
                        onEdit={may.edit ? () => onOpen({ what: "interviewee", id: row.id }) : null}
                      />
                    </Th>
                    <Td className="min-w-52">{row.position}</Td>
                    <Td className="whitespace-nowrap">{t(`permissions.${row.permission}`)}</Td>
                    {may.seeNames && (
                      <Td>
                        {row.name || <span className="whitespace-nowrap text-faint">{t("noName")}</span>}
                      </Td>
                    )}
                    <Td className="min-w-60">
                      <InterviewsCell
                        interviews={own}
                        number={row.number}
                        onEdit={may.edit ? (id) => onOpen({ what: "interview", id, with: [row.id] }) : null}
                      />
                    </Td>
                    <Td className="min-w-36">
                      <TranscriptsCell people={people} interviews={own} />
                    </Td>
                  </tr>
                );
              })}
            </Fragment>
          );
        })}
      </TableBody>
    </Table>
  );
}
