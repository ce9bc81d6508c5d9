"use client";

import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { REFUSALS } from "@/lib/domain/coding";
import { mayQuote, type Permission, permissionOf } from "@/lib/domain/permission";
import { useSession } from "../context";
import { tryAgain } from "../model/commands";
import { useSignal } from "../model/signal";
import type { Unplaced } from "../outbox/storage";
import { Differing } from "./differing";

/** Work that the server did not take, kept until the person has dealt with it. */
export function UnplacedList() {
  const t = useTranslations("reader");
  const session = useSession();
  const unplaced = useSignal(session.unplaced);
  if (unplaced.length === 0) return null;
  return (
    <Callout kind="warning" title={t("unplaced.title", { count: unplaced.length })}>
      <p>{t("unplaced.body")}</p>
      <ul className="mt-2 grid grid-cols-[minmax(0,1fr)] gap-3">
        {unplaced.map((each) => (
          <UnplacedItem key={each.operation.id} unplaced={each} />
        ))}
      </ul>
    </Callout>
  );
}

/** Whether everybody who was interviewed may be quoted. */
function quotable(defaults: readonly Permission[]): boolean {
  return mayQuote(permissionOf(defaults, null));
}

function UnplacedItem({ unplaced }: { unplaced: Unplaced }) {
  const t = useTranslations("reader");
  const terrors = useTranslations("errors");
  const session = useSession();
  const { operation, reason, quote } = unplaced;
  const refusal = REFUSALS.find((each) => each === reason);
  const codes =
    "codings" in operation
      ? operation.codings.map(({ codeId }) => session.codes.get(codeId)?.name ?? "")
      : [];
  const memo = operation.kind === "annotate" ? operation.changes.memo : undefined;
  const changed = operation.kind === "annotate" && reason === "changed" ? operation : null;
  const now = changed && session.store.segment(changed.segmentId);
  const people = session.frame.interview?.interviewees ?? [];
  const mayQuote = quotable(people.map(({ permission }) => permission));
  const words = [codes.join(", "), mayQuote && quote, memo].filter(Boolean).join("\n");
  return (
    <li className="border-line border-t pt-2">
      {codes.length > 0 && <p className="font-medium">{codes.join(", ")}</p>}
      {quote && (
        <blockquote className="reader-quote line-clamp-3" lang={session.document.language} dir="auto">
          {quote}
        </blockquote>
      )}
      {changed && now ? (
        <Differing operation={changed} segment={now} />
      ) : (
        <>
          {memo && <p className="whitespace-pre-wrap">{memo}</p>}
          <p className="text-soft text-sm">
            {refusal ? t(`say.refused.${refusal}`) : terrors(reason as "forbidden")}
          </p>
        </>
      )}
      <div className="mt-1 flex flex-wrap gap-1">
        {!now && (
          <Button size="sm" onClick={() => tryAgain(session, operation)}>
            {t("unplaced.retry")}
          </Button>
        )}
        <Button size="sm" variant="quiet" onClick={() => void navigator.clipboard.writeText(words)}>
          {t("unplaced.copy")}
        </Button>
        {!now && (
          <Button size="sm" variant="quiet" onClick={() => session.outbox.dropUnplaced(operation.id)}>
            {t("unplaced.drop")}
          </Button>
        )}
      </div>
    </li>
  );
}
