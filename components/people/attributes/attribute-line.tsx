"use client";

import { Pencil, Trash2 } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Badge } from "@/components/ui/badge";
import { Confirm } from "@/components/ui/confirm";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { TextArea, TextInput } from "@/components/ui/text-input";
import { useEdit } from "@/components/ui/use-edit";
import { useSaved } from "@/components/ui/use-saved";
import type { AttributeFields, AttributeRow } from "@/lib/schemas/people";
import { deleteAttribute, editAttribute } from "@/lib/server/people/actions";

/** One choice a line. */
export const choicesOf = (data: FormData): string[] =>
  String(data.get("choices") ?? "")
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");

/** An attribute, which opens to be edited. */
export function AttributeLine({ attribute }: { attribute: AttributeRow }) {
  const t = useTranslations("people.attributeSheet");
  const common = useTranslations("common");
  const saved = useSaved();
  const [editing, setEditing] = useState(false);
  const { id: attributeId, name, kind, choices } = attribute;
  return (
    <li className="rounded-md border border-line px-3 py-2">
      <div className="flex items-center gap-2">
        <span className="wrap-anywhere min-w-0 flex-1 font-medium">{name}</span>
        <Badge>{t(`kinds.${kind}`)}</Badge>
        <IconButton
          label={t("edit", { name })}
          icon={<Pencil aria-hidden />}
          aria-expanded={editing}
          onClick={() => setEditing(!editing)}
        />
        <Confirm
          trigger={<IconButton label={t("delete", { name })} icon={<Trash2 aria-hidden />} />}
          title={t("deleteTitle", { name })}
          body={t("deleteBody")}
          submit={common("delete")}
          action={(eventId) => deleteAttribute({ eventId, attributeId })}
          onDone={() => saved(t("deleted", { name }))}
        />
      </div>
      {choices.length > 0 && <p className="text-faint text-sm">{choices.join(" · ")}</p>}
      {editing && <EditForm attribute={attribute} onDone={() => setEditing(false)} />}
    </li>
  );
}

function EditForm({ attribute, onDone }: { attribute: AttributeRow; onDone: () => void }) {
  const t = useTranslations("people.attributeSheet");
  const words = useTranslations("people");
  const common = useTranslations("common");
  const saved = useSaved();
  const { id: attributeId, name, kind, choices } = attribute;
  const { base, theirs, watch } = useEdit<AttributeFields>({ name, choices });
  const hint = (field: keyof AttributeFields, usual?: string) =>
    theirs[field] === undefined ? usual : words("theirs", { value: String(theirs[field]) });
  return (
    <ActionForm
      className="mt-2 grid gap-3"
      action={async (wanted: AttributeFields) =>
        watch(await editAttribute({ eventId: crypto.randomUUID(), attributeId, base, wanted }))
      }
      input={(data) => ({
        name: String(data.get("name")),
        choices: kind === "choice" ? choicesOf(data) : [],
      })}
      submit={common("save")}
      onDone={(row) => {
        saved(t("saved", { name: row.name }));
        onDone();
      }}
    >
      <Field label={t("name")} name="name" hint={hint("name")} required>
        <TextInput defaultValue={name} autoComplete="off" />
      </Field>
      {kind === "choice" && (
        <Field label={t("choices")} name="choices" hint={hint("choices", t("choicesHint"))} required>
          <TextArea rows={4} defaultValue={choices.join("\n")} />
        </Field>
      )}
    </ActionForm>
  );
}
