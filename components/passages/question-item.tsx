"use client";

import { CircleCheck, CircleDashed, CircleHelp, Ellipsis } from "lucide-react";
import { useTranslations } from "use-intl";
import { DropdownMenu, MenuItem, MenuSeparator } from "@/components/ui/dropdown-menu";
import { IconButton } from "@/components/ui/icon-button";
import type { QuestionState } from "@/lib/domain/transcript";
import type { PassageRow, TranscriptPassages } from "@/lib/schemas/passages";

const SIGN = { answered: CircleCheck, asked_unanswered: CircleHelp, not_asked: CircleDashed } as const;

interface QuestionItemProps {
  question: TranscriptPassages["questions"][number];
  state: QuestionState;
  /** Of this transcript, in order; the first is gone to and changed. */
  passages: readonly PassageRow[];
  mayChange: boolean;
  /** Whether there is a place in the text that could be tied. */
  hasPlace: boolean;
  onGo: (passage: PassageRow) => void;
  onTie: (status: PassageRow["status"]) => void;
  onMark: (passage: PassageRow, status: PassageRow["status"]) => void;
  onRemove: (passage: PassageRow) => void;
}

/** One question with how it ends in this interview, and what can be done about it. */
export function QuestionItem(props: QuestionItemProps) {
  const t = useTranslations("passages");
  const { question, state, passages, mayChange } = props;
  const { key, text, followUp } = question;
  const [passage] = passages;
  const Sign = SIGN[state];
  const words = (
    <>
      <strong className="tabular">{key}</strong> <span dir="auto">{text}</span>
    </>
  );
  return (
    <li className={followUp ? "pl-4" : undefined}>
      <div className="flex items-start gap-1.5 py-1.5">
        <Sign aria-hidden className="mt-0.5 size-4 shrink-0 text-soft" />
        <div className="min-w-0 flex-1">
          {passage ? (
            <button
              type="button"
              className="min-h-6 text-left hover:underline"
              title={t("go", { key })}
              onClick={() => props.onGo(passage)}
            >
              {words}
            </button>
          ) : (
            <p>{words}</p>
          )}
          <p className="text-soft text-sm">
            {t(`state.${state}`)}
            {!passage && state !== "not_asked" && ` · ${t("elsewhere")}`}
          </p>
        </div>
        {mayChange && <Menu {...props} />}
      </div>
    </li>
  );
}

function Menu({ question, passages: [passage], hasPlace, onTie, onMark, onRemove }: QuestionItemProps) {
  const t = useTranslations("passages");
  return (
    <DropdownMenu
      align="end"
      trigger={
        <IconButton
          label={t("change", { key: question.key })}
          icon={<Ellipsis aria-hidden />}
          // Pressing must not take the selection in the text away.
          onMouseDown={(event) => event.preventDefault()}
        />
      }
    >
      {hasPlace ? (
        <>
          <MenuItem onSelect={() => onTie("answered")}>{t("tie")}</MenuItem>
          <MenuItem onSelect={() => onTie("unanswered")}>{t("tieUnanswered")}</MenuItem>
        </>
      ) : (
        <MenuItem disabled>{t("noPlace")}</MenuItem>
      )}
      {passage && (
        <>
          <MenuSeparator />
          {passage.status === "unanswered" ? (
            <MenuItem onSelect={() => onMark(passage, "answered")}>{t("markAnswered")}</MenuItem>
          ) : (
            <MenuItem onSelect={() => onMark(passage, "unanswered")}>{t("markUnanswered")}</MenuItem>
          )}
          <MenuItem danger onSelect={() => onRemove(passage)}>
            {t("remove")}
          </MenuItem>
        </>
      )}
    </DropdownMenu>
  );
}
