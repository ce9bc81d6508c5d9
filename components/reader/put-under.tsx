"use client";

import { useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import { optionsOf } from "@/components/codebook/code-options";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { FindOne } from "@/components/ui/find-one";
import { useAction } from "@/components/ui/use-action";
import { useErrorText } from "@/components/ui/use-error-text";
import { buildTree, canMove } from "@/lib/domain/codebook";
import { moveCode } from "@/lib/server/codebook/actions";
import { useSession } from "./context";
import { useSignal } from "./model/signal";

/** Puts the code that was just made of the words selected under another. */
export function PutUnder() {
  const session = useSession();
  const codeId = useSignal(session.placing);
  return codeId && <PutUnderDialog key={codeId} codeId={codeId} />;
}

function PutUnderDialog({ codeId }: { codeId: string }) {
  const t = useTranslations("gestures.inVivo");
  const session = useSession();
  const errorText = useErrorText();
  const tree = useSignal(session.codebook);
  const [parentId, setParentId] = useState("");
  const options = useMemo(
    () => optionsOf(tree, ({ id, retired }) => !retired && canMove(tree, codeId, id)),
    [tree, codeId],
  );
  const close = () => session.placing.set(null);
  const { run, pending, error } = useAction(moveCode, {
    onDone: () => {
      session.codebook.update((now) =>
        buildTree([...now.byId.values()].map((code) => (code.id === codeId ? { ...code, parentId } : code))),
      );
      close();
    },
  });
  const index = tree.children.get(parentId)?.length ?? 0;
  const move = () => run({ eventId: crypto.randomUUID(), codeId, parentId, index, reason: t("reason") });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && close()}
      title={t("underTitle", { name: tree.byId.get(codeId)?.name ?? "" })}
      footer={
        <>
          <Button onClick={close}>{t("stays")}</Button>
          <Button variant="primary" disabled={pending || parentId === ""} onClick={move}>
            {t("put")}
          </Button>
        </>
      }
    >
      <Field label={t("parent")}>
        <FindOne autoFocus options={options} value={parentId} onValueChange={setParentId} />
      </Field>
      {error && (
        <p role="alert" className="mt-2 text-danger text-sm">
          {errorText(error).message}
        </p>
      )}
    </Dialog>
  );
}
