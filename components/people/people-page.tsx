"use client";

import { FileSpreadsheet, ListPlus, UserPlus, Users } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { ErasePerson } from "@/components/erasure/erase-person";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Page } from "@/components/ui/page";
import type { People } from "@/lib/schemas/people";
import { AttributesSheet } from "./attributes/attributes-sheet";
import { InterviewSheet } from "./interview-sheet";
import { IntervieweeSheet } from "./interviewee-sheet";
import { PeopleTable } from "./people-table";
import { QuickAdd } from "./quick-add";
import { SectorsSheet } from "./sectors-sheet";
import { TableDialog } from "./table/table-dialog";

/** What is open over the page. Ids are kept rather than rows, so that a sheet shows what was loaded last. */
export type Open =
  | { what: "interviewee"; id: string | null }
  | { what: "interview"; id: string | null; with: string[] }
  | { what: "erase"; id: string; number: number }
  | { what: "sectors" | "attributes" | "many" | "table" }
  | null;

/** The people of a study, and everything that can be done with them. */
export function PeoplePage({ people }: { people: People }) {
  const t = useTranslations("people");
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  const add = (
    <>
      <Button variant="primary" onClick={() => setOpen({ what: "interviewee", id: null })}>
        <UserPlus aria-hidden />
        {t("add")}
      </Button>
      <Button onClick={() => setOpen({ what: "many" })}>
        <ListPlus aria-hidden />
        {t("addMany")}
      </Button>
      <Button onClick={() => setOpen({ what: "table" })}>
        <FileSpreadsheet aria-hidden />
        {t("fromTable")}
      </Button>
    </>
  );
  const actions = people.may.edit && (
    <>
      {people.interviewees.length > 0 && add}
      <Button onClick={() => setOpen({ what: "sectors" })}>{t("sectors")}</Button>
      <Button onClick={() => setOpen({ what: "attributes" })}>{t("attributesTitle")}</Button>
    </>
  );
  return (
    <Page title={t("title")} description={t("description")} actions={actions}>
      {people.interviewees.length === 0 ? (
        <EmptyState icon={<Users aria-hidden />} title={t("empty.title")} action={people.may.edit && add}>
          {t("empty.body")}
        </EmptyState>
      ) : (
        <PeopleTable people={people} onOpen={setOpen} />
      )}
      {open?.what === "interviewee" && (
        <IntervieweeSheet
          key={open.id}
          people={people}
          id={open.id}
          onClose={close}
          onErase={(id, number) => setOpen({ what: "erase", id, number })}
        />
      )}
      {open?.what === "erase" && (
        <ErasePerson studyId={people.studyId} intervieweeId={open.id} number={open.number} onClose={close} />
      )}
      {open?.what === "interview" && (
        <InterviewSheet key={open.id} people={people} id={open.id} with={open.with} onClose={close} />
      )}
      {open?.what === "sectors" && <SectorsSheet people={people} onClose={close} />}
      {open?.what === "attributes" && <AttributesSheet people={people} onClose={close} />}
      {open?.what === "table" && <TableDialog people={people} onClose={close} />}
      {open?.what === "many" && <QuickAdd people={people} onClose={close} />}
    </Page>
  );
}
