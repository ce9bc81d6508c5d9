"use client";

import { useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { useToastError } from "@/components/ui/use-toast-error";
import type { ActionResult } from "@/lib/access/errors";
import { DELETED_DAYS } from "@/lib/schemas/keeping";
import type { MemoLink, MemoRow } from "@/lib/schemas/memos";
import { deleteMemo, editMemo, restoreMemo } from "@/lib/server/memos/actions";
import { Composer } from "./composer";
import { MemoText } from "./memo-text";

interface MemoItemProps {
  studyId: string;
  me: string;
  memo: MemoRow;
  links: Readonly<Record<string, MemoLink>>;
  /** The transcript that its thread is in, where it is in one. */
  within: string | undefined;
  onChanged: () => void;
}

/** One memo of a thread: who wrote what, and for its author how to change it. */
export function MemoItem({ studyId, me, memo, links, within, onChanged }: MemoItemProps) {
  const t = useTranslations("memos");
  const format = useFormatter();
  const say = useToastError();
  const [editing, setEditing] = useState(false);
  /** The words that an edit goes out from: as they were when it began, or as somebody's other page made them. */
  const [base, setBase] = useState(memo.text);
  const step = async (done: Promise<ActionResult<unknown>>) => {
    const result = await done;
    if (result.ok) onChanged();
    else say(result.error);
    return result.ok;
  };
  const restore = async () => {
    if (await step(restoreMemo({ eventId: crypto.randomUUID(), memoId: memo.id })))
      toast({ kind: "success", message: t("back") });
  };
  const remove = async () => {
    if (await step(deleteMemo({ eventId: crypto.randomUUID(), memoId: memo.id })))
      toast({
        kind: "success",
        message: t("removed", { days: DELETED_DAYS }),
        action: { label: t("undo"), run: restore },
      });
  };
  const at = (moment: string) => format.dateTime(new Date(moment), "moment");
  return (
    <article className="grid grid-cols-[minmax(0,1fr)] gap-1">
      <header className="flex flex-wrap items-baseline gap-x-2 text-sm">
        <strong className="font-semibold">{memo.author}</strong>
        <span className="text-faint">
          {at(memo.createdAt)}
          {memo.editedAt && ` · ${t("edited", { at: at(memo.editedAt) })}`}
        </span>
      </header>
      {memo.deleted && <p className="text-faint italic">{t(memo.own ? "deletedYours" : "deleted")}</p>}
      {editing ? (
        <Composer
          me={me}
          about={`edit:${memo.id}`}
          within={within}
          label={t("words")}
          submit={t("save")}
          initial={memo.text}
          autoFocus
          send={async ({ eventId, text }) => {
            const result = await editMemo({ eventId, memoId: memo.id, base, text });
            if (!result.ok && result.error.values?.text) setBase(String(result.error.values.text));
            return result;
          }}
          onSent={() => {
            setEditing(false);
            onChanged();
          }}
          onCancel={() => setEditing(false)}
        />
      ) : (
        memo.text !== "" && <MemoText studyId={studyId} text={memo.text} links={links} />
      )}
      {memo.own && !editing && (
        <div className="-ml-2 flex gap-1">
          {memo.deleted ? (
            <Button size="sm" variant="quiet" onClick={restore}>
              {t("restore")}
            </Button>
          ) : (
            <>
              <Button
                size="sm"
                variant="quiet"
                onClick={() => {
                  setBase(memo.text);
                  setEditing(true);
                }}
              >
                {t("edit")}
              </Button>
              <Button size="sm" variant="quiet" onClick={remove}>
                {t("delete")}
              </Button>
            </>
          )}
        </div>
      )}
    </article>
  );
}
