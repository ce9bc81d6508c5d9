"use client";

import { useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { SelectOrFind } from "@/components/ui/find-one";
import { TextArea, TextInput } from "@/components/ui/text-input";
import { useEventId } from "@/components/ui/use-event-id";
import { buildTree, CODE_TEXTS } from "@/lib/domain/codebook";
import { type CodeFields, type CodeRow, fieldsOf } from "@/lib/schemas/codebook";
import type { Codebook, CodeCounts } from "@/lib/schemas/codebook-views";
import { mergeCodes } from "@/lib/server/codebook/actions";
import { optionsOf } from "./code-options";
import { useChanged } from "./use-undo";

interface MergeDialogProps {
  codebook: Codebook;
  counts: CodeCounts | null;
  code: CodeRow;
  onMerged: (intoId: string) => void;
  onClose: () => void;
}

/** Makes a code part of another: which, what the other says then, and whether those who coded look again. */
export function MergeDialog({ codebook, counts, code, onMerged, onClose }: MergeDialogProps) {
  const t = useTranslations("codebook.mergeDialog");
  const [intoId, setIntoId] = useState("");
  const options = useMemo(() => {
    const tree = buildTree(codebook.codes.filter((one) => !one.retired));
    return optionsOf(tree, ({ id }) => id !== code.id);
  }, [codebook.codes, code.id]);
  const into = codebook.codes.find((one) => one.id === intoId);
  return (
    <Dialog
      open
      wide
      onOpenChange={(open) => !open && onClose()}
      title={t("title", { name: code.name })}
      description={t("description")}
    >
      <div className="grid gap-4">
        <Field label={t("into")}>
          <SelectOrFind options={options} value={intoId} onValueChange={setIntoId} />
        </Field>
        {counts && <p>{t("moves", { name: code.name, count: counts[code.id]?.itself.all[0] ?? 0 })}</p>}
        {codebook.borrowers > 0 && <p>{t("borrowers", { count: codebook.borrowers })}</p>}
        {into && (
          <MergeForm
            key={into.id}
            code={code}
            into={into}
            onDone={() => {
              onMerged(into.id);
              onClose();
            }}
          />
        )}
      </div>
    </Dialog>
  );
}

function MergeForm({ code, into, onDone }: { code: CodeRow; into: CodeRow; onDone: () => void }) {
  const t = useTranslations("codebook.mergeDialog");
  const fields = useTranslations("codebook.fields");
  const eventId = useEventId();
  const changed = useChanged();
  const [review, setReview] = useState(false);
  const base = fieldsOf(into);
  const read = (data: FormData): CodeFields => {
    const texts = CODE_TEXTS.map((text) => [text, String(data.get(text) ?? "")]);
    return { ...base, name: String(data.get("name")), ...Object.fromEntries(texts) };
  };
  return (
    <ActionForm
      action={mergeCodes}
      input={(data) => ({
        ...{ eventId, codeId: code.id, intoId: into.id, base, wanted: read(data), review },
        reason: String(data.get("reason")),
      })}
      submit={t("submit")}
      onDone={({ moved, joined }) => {
        changed(t("done", { name: code.name, moved, joined }), eventId);
        onDone();
      }}
    >
      <div className="grid gap-x-5 gap-y-3 md:grid-cols-2">
        <div className="grid content-start gap-3">
          <h3 className="caption">{t("was")}</h3>
          <Said code={code} />
          <Said code={into} />
        </div>
        <div className="grid content-start gap-3">
          <h3 className="caption">{t("becomes")}</h3>
          <Field label={fields("name")} name="name" required>
            <TextInput defaultValue={into.name} autoComplete="off" />
          </Field>
          {CODE_TEXTS.map((text) => (
            <Field key={text} label={fields(text)} name={text} required={false}>
              <TextArea rows={2} defaultValue={into[text] || code[text]} className="min-h-14!" />
            </Field>
          ))}
        </div>
      </div>
      <Field label={t("reason")} name="reason" required>
        <TextArea rows={2} className="min-h-14!" />
      </Field>
      <Checkbox
        label={t("review")}
        hint={t("reviewHint")}
        checked={review}
        onCheckedChange={(checked) => setReview(checked === true)}
      />
    </ActionForm>
  );
}

/** All that one of the two says, to be read beside what is written. */
function Said({ code }: { code: CodeRow }) {
  const fields = useTranslations("codebook.fields");
  return (
    <section data-hue={code.hue} className="rounded-lg border border-line bg-panel p-3">
      <h4 className="mb-1 flex items-baseline gap-2 font-semibold">
        <span aria-hidden className="keep-colour size-2.5 shrink-0 rounded-[3px] bg-hue" />
        <span className="min-w-0 [overflow-wrap:anywhere]">{code.name}</span>
      </h4>
      <dl className="grid gap-1.5">
        {CODE_TEXTS.filter((text) => code[text] !== "").map((text) => (
          <div key={text}>
            <dt className="text-faint text-sm">{fields(text)}</dt>
            <dd className="whitespace-pre-line [overflow-wrap:anywhere]">{code[text]}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
