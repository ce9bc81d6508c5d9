"use client";

import { Printer } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useMemo, useSyncExternalStore } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { dayOf, momentOf } from "@/components/history/days";
import { studyRoute } from "@/components/shell/routes";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Page } from "@/components/ui/page";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import {
  ancestors,
  buildTree,
  codebookDifference,
  flatten,
  shownPath,
  type Tree,
} from "@/lib/domain/codebook";
import type { SnapshotCode } from "@/lib/schemas/codebook";
import type { CodebookHistory } from "@/lib/schemas/codebook-views";
import { useReasonWords } from "../revisions";
import { ChangeItem } from "./change-item";
import { WholeBook } from "./whole-book";

const never = () => () => undefined;

type Placed = SnapshotCode & { position: number };

/** The codebook after a revision, and what has changed since another. */
export function HistoryPage({ history }: { history: CodebookHistory }) {
  const t = useTranslations("codebook.historyPage");
  const { studyId, from, to } = history;
  const [before, after] = useMemo(
    () => [treeOf(history.before), treeOf(history.after)] as const,
    [history.before, history.after],
  );
  const changes = useMemo(() => codebookDifference(codesIn(before), codesIn(after)), [before, after]);
  return (
    <Page
      title={t("title")}
      description={t("description")}
      actions={
        <div className="flex flex-wrap gap-2 print:hidden">
          <Button asChild variant="quiet">
            <Link href={studyRoute(studyId, "codebook")}>{t("back")}</Link>
          </Button>
          <Button onClick={() => window.print()}>
            <Printer aria-hidden />
            {t("print")}
          </Button>
        </div>
      }
    >
      <Choice history={history} />
      <div className="grid gap-x-10 gap-y-8 lg:grid-cols-2 print:grid-cols-1">
        <section className="min-w-0">
          <h2 className="mb-1 font-semibold text-lg">{t("differs")}</h2>
          <Named history={history} number={from} label={t("from")} />
          <Named history={history} number={to} label={t("to")} />
          {changes.length === 0 ? (
            <p className="mt-3 text-soft">{t("same")}</p>
          ) : (
            <ol className="mt-2">
              {changes.map((change) => (
                <ChangeItem
                  key={change.id}
                  change={change}
                  places={{ before: placeIn(before, change.id), after: placeIn(after, change.id) }}
                  nameOf={(id) => after.byId.get(id)?.name ?? ""}
                />
              ))}
            </ol>
          )}
        </section>
        <section className="min-w-0">
          <h2 className="mb-2 font-semibold text-lg">
            {to === 0 ? t("before") : t("whole", { number: to })}
          </h2>
          <WholeBook tree={after} />
        </section>
      </div>
    </Page>
  );
}

/** Which two revisions are compared, or the day whose codebook is shown. */
function Choice({ history: { studyId, from, to, until, revisions } }: { history: CodebookHistory }) {
  const t = useTranslations("codebook.historyPage");
  const router = useRouter();
  const words = useRevisionWords();
  // Which day it was is for the reader's calendar to say; the server does not know that.
  const day = useSyncExternalStore(
    never,
    () => (until ? dayOf(until, -1) : ""),
    () => "",
  );
  const show = (query: string) =>
    router.push(studyRoute(studyId, "codebook", `/history?${query}`), { scroll: false });
  const options = [
    ...revisions.map((revision) => ({ value: String(revision.number), label: words(revision) })),
    { value: "0", label: t("before") },
  ];
  return (
    <div className="mb-6 grid gap-3 sm:grid-cols-3 print:hidden">
      <Field label={t("from")}>
        <Select
          options={options}
          value={String(from)}
          onValueChange={(value) => show(`from=${value}&to=${to}`)}
        />
      </Field>
      <Field label={t("to")}>
        <Select
          options={options}
          value={String(to)}
          onValueChange={(value) => show(`from=${from}&to=${value}`)}
        />
      </Field>
      <Field label={t("day")}>
        <TextInput
          type="date"
          value={day}
          onChange={({ target }) => {
            const end = momentOf(target.value, 1);
            if (end) show(`until=${end}`);
          }}
        />
      </Field>
    </div>
  );
}

function Named({ history, number, label }: { history: CodebookHistory; number: number; label: string }) {
  const t = useTranslations("codebook.historyPage");
  const words = useRevisionWords();
  const revision = history.revisions.find((each) => each.number === number);
  return (
    <p className="text-soft text-sm">
      {t("named", { label, revision: revision ? words(revision) : t("before") })}
    </p>
  );
}

function useRevisionWords() {
  const t = useTranslations("codebook.historyPage");
  const format = useFormatter();
  const reason = useReasonWords();
  return (revision: CodebookHistory["revisions"][number]) =>
    t("revision", {
      number: revision.number,
      date: format.dateTime(revision.at, "moment"),
      reason: reason(revision.reason),
    });
}

/** A codebook of the past as a tree; its codes come in their order. */
function treeOf(codes: readonly SnapshotCode[]): Tree<Placed> {
  return buildTree(codes.map((code, position) => ({ ...code, position })));
}

/** Its codes as one reads them. */
const codesIn = (tree: Tree<Placed>) => flatten(tree).map(({ code }) => code);

/** The path above a code. */
function placeIn(tree: Tree<Placed>, id: string): string {
  return shownPath(
    ancestors(tree, id)
      .map(({ name }) => name)
      .join(" > "),
  );
}
