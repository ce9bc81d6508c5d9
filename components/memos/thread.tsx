"use client";

import { CheckCircle2 } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { useToastError } from "@/components/ui/use-toast-error";
import type { MemoLink, MemoThread } from "@/lib/schemas/memos";
import { answerMemo, reopenThread, resolveThread } from "@/lib/server/memos/actions";
import { Composer } from "./composer";
import { MemoItem } from "./memo-item";

interface ThreadProps {
  studyId: string;
  me: string;
  thread: MemoThread;
  links: Readonly<Record<string, MemoLink>>;
  /** What it is about, where that is not said around it. */
  head?: ReactNode;
  onChanged: () => void;
}

/** A memo with the answers to it. */
export function Thread({ studyId, me, thread, links, head, onChanged }: ThreadProps) {
  const t = useTranslations("memos");
  const say = useToastError();
  const [answering, setAnswering] = useState(false);
  const [opener, ...answers] = thread.memos;
  if (!opener) return null;
  const settle = async () => {
    const step = thread.resolved ? reopenThread : resolveThread;
    const result = await step({ eventId: crypto.randomUUID(), memoId: opener.id });
    if (result.ok) onChanged();
    else say(result.error);
  };
  const within = thread.transcriptId ?? undefined;
  const shared = { studyId, me, links, within, onChanged };
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3 rounded-lg border border-line bg-raised p-3.5 shadow-card">
      {head}
      {thread.resolved && <Resolved resolved={thread.resolved} />}
      <MemoItem {...shared} memo={opener} />
      {answers.length > 0 && (
        <ol className="grid grid-cols-[minmax(0,1fr)] gap-3 border-line border-l-2 pl-3">
          {answers.map((memo) => (
            <li key={memo.id}>
              <MemoItem {...shared} memo={memo} />
            </li>
          ))}
        </ol>
      )}
      {answering ? (
        <Composer
          me={me}
          about={`thread:${opener.id}`}
          within={within}
          label={t("answerWords")}
          submit={t("sendAnswer")}
          autoFocus
          send={({ eventId, id, text }) => answerMemo({ eventId, id, threadId: opener.id, text })}
          onSent={() => {
            setAnswering(false);
            onChanged();
          }}
          onCancel={() => setAnswering(false)}
        />
      ) : (
        <div className="flex flex-wrap gap-1.5">
          <Button size="sm" onClick={() => setAnswering(true)}>
            {t("answer")}
          </Button>
          <Button size="sm" variant="quiet" onClick={settle}>
            {t(thread.resolved ? "reopen" : "resolve")}
          </Button>
        </div>
      )}
    </div>
  );
}

function Resolved({ resolved: { at, by } }: { resolved: NonNullable<MemoThread["resolved"]> }) {
  const t = useTranslations("memos");
  const format = useFormatter();
  const when = format.dateTime(new Date(at), "moment");
  return (
    <p>
      <Badge tone="success">
        <CheckCircle2 aria-hidden className="size-3" />
        {by === null ? t("resolvedAt", { at: when }) : t("resolvedBy", { name: by, at: when })}
      </Badge>
    </p>
  );
}
