"use client";

import { useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { SelectOrFind } from "@/components/ui/find-one";
import { TextArea } from "@/components/ui/text-input";
import { useEventId } from "@/components/ui/use-event-id";
import { buildTree, canMove, type Place } from "@/lib/domain/codebook";
import type { Codebook } from "@/lib/schemas/codebook-views";
import { moveCode } from "@/lib/server/codebook/actions";
import { optionsOf } from "./code-options";
import { usePlaceWords } from "./use-move-code";
import { useChanged } from "./use-undo";

const TOP = "top";

/** Puts a code under another parent, with the reason. `place` is where it is to go unless another parent is chosen. */
export function MoveCode({
  codebook,
  place,
  onClose,
}: {
  codebook: Codebook;
  place: Place;
  onClose: () => void;
}) {
  const t = useTranslations("codebook.moveDialog");
  const words = useTranslations("codebook");
  const eventId = useEventId();
  const changed = useChanged();
  const placeWords = usePlaceWords(codebook);
  const tree = useMemo(() => buildTree(codebook.codes.filter((code) => !code.retired)), [codebook.codes]);
  const [parent, setParent] = useState(place.parentId ?? TOP);
  const code = tree.byId.get(place.codeId);
  const name = code?.name ?? "";
  const options = useMemo(
    () => [{ value: TOP, label: t("top") }, ...optionsOf(tree, ({ id }) => canMove(tree, place.codeId, id))],
    [tree, place.codeId, t],
  );
  const parentId = parent === TOP ? null : parent;
  const last = (parentId === null ? tree.roots : (tree.children.get(parentId) ?? [])).length;
  const index = parentId === place.parentId ? place.index : last;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("title", { name })}
      description={t("description")}
    >
      <ActionForm
        action={moveCode}
        input={(data) => ({
          eventId,
          codeId: place.codeId,
          parentId,
          index,
          reason: String(data.get("reason")),
        })}
        submit={words("move")}
        onDone={() => {
          changed(placeWords({ codeId: place.codeId, parentId, index }), eventId);
          onClose();
        }}
      >
        <Field label={t("parent")} name="parentId">
          <SelectOrFind options={options} value={parent} onValueChange={setParent} />
        </Field>
        <Field label={t("reason")} name="reason" required>
          <TextArea rows={2} autoFocus className="min-h-14!" />
        </Field>
      </ActionForm>
    </Dialog>
  );
}
