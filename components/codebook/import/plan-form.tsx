"use client";

import { useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Callout } from "@/components/ui/callout";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { SelectOrFind } from "@/components/ui/find-one";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-input";
import { useEventId } from "@/components/ui/use-event-id";
import {
  buildTree,
  type CodeTable,
  codesOfTable,
  guessCodeColumns,
  type ProposedCode,
  planCodes,
} from "@/lib/domain/codebook";
import { HUES, NAME_LIMIT, PROSE_LIMIT } from "@/lib/schemas/codebook";
import type { Codebook } from "@/lib/schemas/codebook-views";
import { importCodes } from "@/lib/server/codebook/actions";
import { optionsOf } from "../code-options";
import { useChanged } from "../use-undo";
import { ColumnUses } from "./column-uses";
import { PlanPreview, Refused } from "./plan-preview";
import { changesMeaning, inputOf } from "./to-input";

const TOP = "top";
const LIMITS = { name: NAME_LIMIT, text: PROSE_LIMIT };

/** The columns of a table and what they hold, and what comes of it. */
export function TableForm({
  codebook,
  table,
  onClose,
}: {
  codebook: Codebook;
  table: CodeTable;
  onClose: () => void;
}) {
  const t = useTranslations("codebook.importDialog");
  const [uses, setUses] = useState(() => guessCodeColumns(table));
  const proposed = useMemo(() => codesOfTable(table, uses), [table, uses]);
  const twice = uses.find((use, index) => use !== "none" && uses.indexOf(use) < index);
  const named = uses.includes("name") || uses.includes("path");
  return (
    <>
      <ColumnUses table={table} uses={uses} onChange={setUses} />
      {twice && <Callout kind="warning">{t("twice", { use: t(`uses.${twice}`) })}</Callout>}
      {named ? (
        <ListForm codebook={codebook} proposed={proposed} onClose={onClose} />
      ) : (
        <Callout kind="warning" live>
          {t("noName")}
        </Callout>
      )}
    </>
  );
}

/** What comes of proposed codes, and the button that stores it. */
export function ListForm({
  codebook,
  proposed,
  onClose,
}: {
  codebook: Codebook;
  proposed: readonly ProposedCode[];
  onClose: () => void;
}) {
  const t = useTranslations("codebook.importDialog");
  const fields = useTranslations("codebook.fields");
  const eventId = useEventId();
  const changed = useChanged();
  const [under, setUnder] = useState(TOP);
  const [matches, setMatches] = useState<"update" | "skip">("update");
  const [review, setReview] = useState(true);
  const known = useMemo(() => codebook.codes.filter((code) => !code.retired), [codebook.codes]);
  const tree = useMemo(() => buildTree(known), [known]);
  const places = useMemo(() => [{ value: TOP, label: t("top") }, ...optionsOf(tree)], [tree, t]);
  const plan = useMemo(
    () =>
      planCodes(proposed, {
        ...{ known, matches, limits: LIMITS, hues: HUES.length },
        under: under === TOP ? null : under,
      }),
    [proposed, known, matches, under],
  );
  const of = (outcome: string) => plan.filter((row) => row.outcome === outcome).length;
  const counts = { added: of("add"), changed: of("change"), same: of("same"), skipped: of("skip") };
  const meaning = changesMeaning(plan);
  const count = counts.added + counts.changed;
  return (
    <ActionForm
      action={importCodes}
      input={(data) => ({
        ...{ eventId, studyId: codebook.studyId, review },
        ...inputOf(plan, codebook.codes),
        reason: String(data.get("reason") ?? ""),
      })}
      submit={t("submit", { count })}
      onDone={({ added, changed: touched }) => {
        changed(t("done", { added, changed: touched }), eventId);
        onClose();
      }}
    >
      {known.length > 0 && (
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label={t("under")} name="under">
            <SelectOrFind options={places} value={under} onValueChange={setUnder} />
          </Field>
          <Field label={t("matches")} name="matches">
            <Select
              options={(["update", "skip"] as const).map((value) => ({ value, label: t(value) }))}
              value={matches}
              onValueChange={setMatches}
            />
          </Field>
        </div>
      )}
      <p role="status">{t("summary", { ...counts, refused: of("refused") })}</p>
      <Refused plan={plan} />
      <PlanPreview plan={plan} known={known} />
      {meaning && (
        <>
          <Field label={t("reason")} name="reason" required>
            <TextArea rows={2} className="min-h-14!" />
          </Field>
          <Checkbox
            label={fields("review")}
            hint={fields("reviewHint")}
            checked={review}
            onCheckedChange={(checked) => setReview(checked === true)}
          />
        </>
      )}
      {count === 0 && <p className="text-faint">{t("nothing")}</p>}
    </ActionForm>
  );
}
