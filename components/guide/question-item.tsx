"use client";

import { Pencil } from "lucide-react";
import { type KeyboardEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { Badge } from "@/components/ui/badge";
import { IconButton } from "@/components/ui/icon-button";
import { MoveButtons } from "@/components/ui/move-buttons";
import type { ClusterRow, Guide, QuestionRow } from "@/lib/schemas/guide";
import { deleteQuestion } from "@/lib/server/guide/actions";
import { DeleteButton } from "./delete-button";
import { EditQuestion } from "./question-form";
import { useMove } from "./use-move";

interface QuestionItemProps {
  guide: Guide;
  cluster: ClusterRow;
  question: QuestionRow;
  /** In its cluster, from 0. */
  place: number;
}

/** A question as it stands in the guide, with how often it was asked and answered. */
export function QuestionItem({ guide, cluster, question, place }: QuestionItemProps) {
  const t = useTranslations("guide");
  const [editing, setEditing] = useState(false);
  const { up, down } = useMove(guide, cluster, question, place);
  const { key, text, followUp } = question;
  if (editing) {
    return (
      <li className="py-2">
        <EditQuestion question={question} onClose={() => setEditing(false)} />
      </li>
    );
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const move = event.altKey ? { ArrowUp: up, ArrowDown: down }[event.key] : undefined;
    if (!guide.mayEdit || !move) return;
    event.preventDefault();
    move();
  };
  return (
    <li className="flex gap-x-3 border-line border-b py-2.5 max-sm:flex-wrap" onKeyDown={onKeyDown}>
      <span className="w-12 shrink-0 pt-0.5 sm:w-16 font-medium text-soft text-sm">{key}</span>
      <div className="min-w-0 flex-1">
        <p className="reading text-base!">
          {text}{" "}
          {followUp && (
            <span className="font-sans">
              <Badge>{t("followUpBadge")}</Badge>
            </span>
          )}
        </p>
        <Asked guide={guide} id={question.id} />
      </div>
      {guide.mayEdit && (
        <div className="flex shrink-0 max-sm:w-full max-sm:justify-end">
          <IconButton
            label={t("edit", { key })}
            icon={<Pencil aria-hidden />}
            onClick={() => setEditing(true)}
          />
          <MoveButtons labels={{ up: t("up", { key }), down: t("down", { key }) }} up={up} down={down} />
          <DeleteButton
            guideKey={key}
            body={t("deleteQuestionBody")}
            action={(eventId) => deleteQuestion({ eventId, questionId: question.id })}
          />
        </div>
      )}
    </li>
  );
}

function Asked({ guide, id }: { guide: Guide; id: string }) {
  const t = useTranslations("guide");
  if (!guide.asked || guide.interviews === 0) return null;
  const { asked, answered } = guide.asked[id] ?? { asked: 0, answered: 0 };
  return (
    <p className="tabular mt-1 text-faint text-sm">
      {t("asked", { asked, of: guide.interviews })}
      {asked > 0 && ` · ${t("answered", { answered })}`}
    </p>
  );
}
