"use client";

import {
  createSortedRowModel,
  rowSortingFeature,
  sortFns,
  tableFeatures,
  useTable,
} from "@tanstack/react-table";
import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { MemoButton } from "@/components/memos/memo-button";
import { ariaSort, SortButton } from "@/components/ui/sort-button";
import { Table, TableBody, TableGap, TableHead, Td, Th } from "@/components/ui/table";
import { useWindowedRows } from "@/components/ui/use-windowed-rows";
import type { IntervieweeRow, InterviewRow, People, SectorRow } from "@/lib/schemas/people";
import { tellsSector } from "./interviewee-form";
import type { Open } from "./people-page";
import { AttributesCell, InterviewsCell, NumberCell, TranscriptsCell } from "./person-cells";

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel(), sortFns });
/** Sector by sector in the study's order; within one, by what the person sorts by. */
const initialState = { sorting: [{ id: "number", desc: false }] };

/** A line of the table: the head of a sector, or somebody of it. */
type Line = { sector: SectorRow; person: null } | { sector: null; person: IntervieweeRow };

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
  const { rows } = table.getRowModel();
  const lines = useMemo(
    () =>
      linesOf(
        sectors,
        rows.map((row) => row.original),
      ),
    [sectors, rows],
  );
  const held = useMemo(() => byInterviewee(interviews), [interviews]);
  const heads = table.getHeaderGroups().flatMap((group) => group.headers);
  const span = heads.length + (people.attributes.length > 0 ? 3 : 2);
  const windowed = useWindowedRows(lines.length);
  return (
    <Table caption={t("caption")} aria-rowcount={lines.length + 1}>
      <TableHead>
        <tr aria-rowindex={1}>
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
          {people.attributes.length > 0 && <Th>{t("attributesTitle")}</Th>}
          <Th>{t("interviews")}</Th>
          <Th>{t("transcripts")}</Th>
        </tr>
      </TableHead>
      <TableBody ref={windowed.top}>
        <TableGap height={windowed.before} span={span} />
        {windowed.shown.map((index) => {
          const line = lines[index];
          if (!line) return null;
          const row = { ref: windowed.measure, "data-index": index, "aria-rowindex": index + 2 };
          return line.sector ? (
            <tr key={line.sector.id} {...row} className="bg-panel/60">
              <Th scope="rowgroup" colSpan={span} className="px-2! pt-4! pb-1.5!">
                <span className="sticky left-2 inline-block max-w-[calc(100vw-3rem)]">
                  <bdi className="font-semibold">{line.sector.name}</bdi>
                  <span className="ml-2 font-normal text-faint text-sm">
                    {t("inSector", { count: line.sector.interviewees })}
                  </span>
                </span>
              </Th>
            </tr>
          ) : (
            <tr key={line.person.id} {...row}>
              <PersonCells
                people={people}
                person={line.person}
                interviews={held.get(line.person.id) ?? []}
                onOpen={onOpen}
              />
            </tr>
          );
        })}
        <TableGap height={windowed.after} span={span} />
      </TableBody>
    </Table>
  );
}

interface PersonCellsProps {
  people: People;
  person: IntervieweeRow;
  interviews: InterviewRow[];
  onOpen: (open: Open) => void;
}

function PersonCells({ people, person, interviews, onOpen }: PersonCellsProps) {
  const t = useTranslations("people");
  const { may } = people;
  const isAlone = people.sectors.find(({ id }) => id === person.sectorId)?.interviewees === 1;
  return (
    <>
      <Th scope="row" className="w-16 whitespace-nowrap">
        <NumberCell
          number={person.number}
          onEdit={may.edit ? () => onOpen({ what: "interviewee", id: person.id }) : null}
        />
        <MemoButton small target={{ about: "interviewee", id: person.id }} label={String(person.number)} />
      </Th>
      <Td className="min-w-52">{person.position}</Td>
      <Td>
        <span className="whitespace-nowrap">{t(`permissions.${person.permission}`)}</span>
        {isAlone && tellsSector(person.permission) && (
          <span className="mt-0.5 block max-w-52 text-sm text-warning">{t("soleInSector")}</span>
        )}
      </Td>
      {may.seeNames && (
        <Td>{person.name || <span className="whitespace-nowrap text-faint">{t("noName")}</span>}</Td>
      )}
      {people.attributes.length > 0 && (
        <Td className="min-w-44">
          <AttributesCell attributes={people.attributes} values={person.values} />
        </Td>
      )}
      <Td className="min-w-60">
        <InterviewsCell
          interviews={interviews}
          number={person.number}
          onEdit={may.edit ? (id) => onOpen({ what: "interview", id, with: [person.id] }) : null}
        />
      </Td>
      <Td className="min-w-36">
        <TranscriptsCell people={people} interviews={interviews} />
      </Td>
    </>
  );
}

function linesOf(sectors: readonly SectorRow[], sorted: readonly IntervieweeRow[]): Line[] {
  const lines = new Map(sectors.map((sector): [string, Line[]] => [sector.id, [{ sector, person: null }]]));
  for (const person of sorted) lines.get(person.sectorId)?.push({ sector: null, person });
  return [...lines.values()].filter((own) => own.length > 1).flat();
}

function byInterviewee(interviews: readonly InterviewRow[]): Map<string, InterviewRow[]> {
  const held = new Map<string, InterviewRow[]>();
  for (const interview of interviews) {
    for (const id of interview.intervieweeIds) {
      const own = held.get(id);
      if (own) own.push(interview);
      else held.set(id, [interview]);
    }
  }
  return held;
}
