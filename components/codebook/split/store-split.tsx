"use client";

import { useTranslations } from "use-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Field } from "@/components/ui/field";
import { TextArea } from "@/components/ui/text-input";
import type { Split } from "@/lib/schemas/codebook-views";
import { splitCode } from "@/lib/server/codebook/actions";
import { useChanged } from "../use-undo";
import type { useSplit } from "./use-split";

/** Stores what has been chosen, all at once. */
export function StoreSplit({ split, state }: { split: Split; state: ReturnType<typeof useSplit> }) {
  const t = useTranslations("codebook.splitPage");
  const { studyId, code } = split;
  const { given, targets } = state;
  const changed = useChanged();
  const store = async (reason: string) => {
    const eventId = crypto.randomUUID();
    const used = new Set(given.map(({ codeId }) => codeId));
    const codes = targets
      .filter(({ id, fresh }) => fresh && used.has(id))
      .map(({ id, name, hue }) => ({ id, name, hue, parentId: code.parentId }));
    const result = await splitCode({ eventId, studyId, codeId: code.id, codes, given, reason });
    return result.ok ? { ok: true as const, value: { ...result.value, eventId } } : result;
  };
  if (given.length === 0) return null;
  return (
    <ActionForm
      action={store}
      input={(data) => String(data.get("reason"))}
      submit={t("submit", { count: given.length })}
      onDone={({ moved, left, eventId }) => {
        state.finish();
        changed(t("done", { moved, left }), eventId);
      }}
    >
      <Field label={t("reason")} name="reason" required>
        <TextArea rows={2} className="min-h-14!" />
      </Field>
    </ActionForm>
  );
}
