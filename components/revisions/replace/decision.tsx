"use client";

import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import { REASON_LIMIT } from "@/lib/schemas/revisions";

interface DecisionProps {
  /** Whether the person can see what will change. */
  ready: boolean;
  reason: string;
  onReason: (reason: string) => void;
  onReplace: () => void;
  onCancel: () => void;
}

/** Why the text is replaced, and whether it is. */
export function Decision({ ready, reason, onReason, onReplace, onCancel }: DecisionProps) {
  const t = useTranslations("imports.replace");
  const review = useTranslations("revisions.review");
  return (
    <form
      className="sticky bottom-0 -mx-1 flex flex-wrap items-end gap-3 border-line border-t bg-paper px-1 py-3"
      onSubmit={(event) => {
        event.preventDefault();
        onReplace();
      }}
    >
      <div className="min-w-60 max-w-md flex-1">
        <Field label={review("reason")} required={false}>
          <TextInput
            value={reason}
            maxLength={REASON_LIMIT}
            placeholder={t("reasonExample")}
            onChange={(event) => onReason(event.target.value)}
          />
        </Field>
      </div>
      <Button type="submit" variant="primary" disabled={!ready}>
        {t("submit")}
      </Button>
      <Button variant="quiet" onClick={onCancel}>
        {t("cancel")}
      </Button>
    </form>
  );
}
