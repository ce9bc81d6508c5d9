"use client";

import { useFormatter, useTranslations } from "use-intl";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import type { Codebook, CodebookChange } from "@/lib/schemas/codebook-views";
import { useUndo } from "./use-undo";

const KINDS = ["add", "edit", "move", "retire", "restore", "merge", "split", "import", "undo"] as const;

interface RecentChangesProps {
  codebook: Codebook;
  /** Only those about this code. */
  codeId?: string;
  onChoose: (id: string) => void;
}

/** The latest changes of the codebook, each of which can be taken back: for those who may. */
export function RecentChanges({ codebook, codeId, onChoose }: RecentChangesProps) {
  const t = useTranslations("codebook.historyPage");
  const changes = codebook.changes.filter(({ about }) => codeId === undefined || about.includes(codeId));
  if (changes.length === 0) return null;
  return (
    <section className="mt-8 border-line border-t pt-4">
      <h2 className="caption mb-2">{t("recent")}</h2>
      <ol className="grid gap-1">
        {changes.map((change) => (
          <Change key={change.id} codebook={codebook} change={change} onChoose={onChoose} />
        ))}
      </ol>
    </section>
  );
}

function Change({
  codebook,
  change,
  onChoose,
}: {
  codebook: Codebook;
  change: CodebookChange;
  onChoose: (id: string) => void;
}) {
  const t = useTranslations("codebook.historyPage");
  const words = useTranslations("codebook");
  const format = useFormatter();
  const undo = useUndo();
  const kind = KINDS.find((each) => change.kind === `code.${each}`);
  const [first, ...others] = change.about.flatMap(
    (id) => codebook.codes.find((code) => code.id === id) ?? [],
  );
  if (!kind) return null;
  const what = `${t(`kinds.${kind}`)} ${first?.name ?? ""}`.trim();
  return (
    <li className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5">
      <span className="flex min-w-0 flex-1 basis-60 flex-wrap items-baseline gap-x-1.5">
        {t(`kinds.${kind}`)}
        {first && (
          <button
            type="button"
            className="line-clamp-2 min-h-6 text-left text-accent [overflow-wrap:anywhere] hover:underline"
            onClick={() => onChoose(first.id)}
          >
            {first.name}
          </button>
        )}
        {others.length > 0 && <span className="text-soft">{t("others", { count: others.length })}</span>}
      </span>
      <span className="text-faint text-sm">
        {words("revisions.by", { name: change.by, date: format.dateTime(change.at, "moment") })}
      </span>
      {change.undone ? (
        <Badge>{t("isUndone")}</Badge>
      ) : (
        codebook.mayEdit && (
          <Button
            size="sm"
            variant="quiet"
            aria-label={t("undoOf", { what })}
            onClick={() => undo(change.id)}
          >
            {words("undo")}
          </Button>
        )
      )}
    </li>
  );
}
