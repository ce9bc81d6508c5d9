"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { useShownValue } from "@/components/live/use-shown-value";
import { ActionForm } from "@/components/ui/action-form";
import { Field } from "@/components/ui/field";
import { RadioGroup } from "@/components/ui/radio-group";
import { TextArea, TextInput } from "@/components/ui/text-input";
import { toast } from "@/components/ui/toast";
import { useEdit } from "@/components/ui/use-edit";
import { useEventId } from "@/components/ui/use-event-id";
import { useSaved } from "@/components/ui/use-saved";
import { ROUND_KINDS, type RoundSummary } from "@/lib/schemas/rounds";
import { editRound, makeRound } from "@/lib/server/rounds/actions";

type Fields = Pick<RoundSummary, "title" | "kind" | "instructions" | "dueOn">;
type Kind = (typeof ROUND_KINDS)[number];

function read(data: FormData, kind: Kind) {
  const text = (name: string) => String(data.get(name) ?? "");
  return { title: text("title"), kind, instructions: text("instructions"), dueOn: text("dueOn") || null };
}

export function NewRoundForm({ studyId, onDone }: { studyId: string; onDone: (id: string) => void }) {
  const t = useTranslations("rounds.form");
  const eventId = useEventId();
  const [id] = useState(() => crypto.randomUUID());
  const [kind, setKind] = useState<Kind>("open");
  return (
    <ActionForm
      action={makeRound}
      input={(data) => ({ eventId, studyId, id, ...read(data, kind) })}
      submit={t("make")}
      onDone={() => {
        toast({ kind: "success", message: t("made") });
        onDone(id);
      }}
    >
      <RoundFields fields={{ title: "", kind, instructions: "", dueOn: null }} theirs={{}} onKind={setKind} />
    </ActionForm>
  );
}

export function EditRoundForm({ round, onDone }: { round: RoundSummary; onDone: () => void }) {
  const t = useTranslations("rounds.form");
  const common = useTranslations("common");
  const saved = useSaved();
  const { title, kind: now, instructions, dueOn } = round;
  const { base, theirs, watch } = useEdit<Fields>({ title, kind: now, instructions, dueOn });
  const [kind, setKind] = useState(now);
  return (
    <ActionForm
      action={async (wanted: ReturnType<typeof read>) =>
        watch(await editRound({ eventId: crypto.randomUUID(), roundId: round.id, base, wanted }))
      }
      input={(data) => read(data, kind === "training" ? "blind" : kind)}
      submit={common("save")}
      onDone={() => {
        saved(t("saved"));
        onDone();
      }}
    >
      <RoundFields
        fields={{ title, kind, instructions, dueOn }}
        theirs={theirs}
        onKind={round.opened ? null : setKind}
      />
    </ActionForm>
  );
}

interface RoundFieldsProps {
  fields: Fields;
  /** What somebody else has made of a field meanwhile. */
  theirs: Readonly<Record<string, string | number>>;
  /** Null where the kind stays as it is. */
  onKind: ((kind: Kind) => void) | null;
}

function RoundFields({ fields, theirs, onKind }: RoundFieldsProps) {
  const t = useTranslations("rounds.form");
  const words = useTranslations("rounds");
  const shown = useShownValue();
  const kinds = Object.fromEntries(ROUND_KINDS.map((value) => [value, words(`kinds.${value}`)]));
  const hint = (field: keyof Fields, usual?: string) =>
    theirs[field] === undefined ? usual : t("theirs", { value: shown(theirs[field], kinds) });
  return (
    <>
      <Field label={t("title")} name="title" hint={hint("title")} required>
        <TextInput defaultValue={fields.title} autoComplete="off" />
      </Field>
      {hint("kind") && <p className="text-faint text-sm">{hint("kind")}</p>}
      {onKind ? (
        <RadioGroup
          label={t("kind")}
          value={fields.kind === "training" ? "blind" : fields.kind}
          onValueChange={onKind}
          options={ROUND_KINDS.map((value) => ({
            value,
            label: words(`kinds.${value}`),
            hint: words(`kindHints.${value}`),
          }))}
        />
      ) : (
        <p className="text-soft">{t("kindFixed", { kind: words(`kinds.${fields.kind}`) })}</p>
      )}
      <Field
        label={t("instructions")}
        name="instructions"
        hint={hint("instructions", t("instructionsHint"))}
        required={false}
      >
        <TextArea defaultValue={fields.instructions} />
      </Field>
      <Field label={t("due")} name="dueOn" hint={hint("dueOn")} required={false}>
        <TextInput type="date" defaultValue={fields.dueOn ?? ""} className="max-w-44" />
      </Field>
    </>
  );
}
