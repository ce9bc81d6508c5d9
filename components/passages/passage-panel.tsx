"use client";

import { ChevronDown, ChevronRight } from "lucide-react";
import { useTranslations } from "use-intl";
import { useSession } from "@/components/reader/context";
import { Button } from "@/components/ui/button";
import { useSignal } from "@/components/ui/signal";
import { questionStates } from "@/lib/domain/transcript";
import type { TranscriptPassages } from "@/lib/schemas/passages";
import { QuestionItem } from "./question-item";
import { usePassages } from "./use-passages";
import { useTying } from "./use-tying";

/** The guide's questions beside the text: which this interview asks and answers. Fetched when it is opened. */
export function PassagePanel() {
  const t = useTranslations("passages");
  const session = useSession();
  const open = useSignal(session.passages.open);
  const { now, retry } = usePassages(session, open);
  const Arrow = open ? ChevronDown : ChevronRight;
  return (
    <section aria-labelledby="reader-questions">
      <h2 id="reader-questions" className="caption">
        <button
          type="button"
          aria-expanded={open}
          className="flex min-h-6 items-center gap-1 hover:text-ink"
          onClick={() => session.passages.open.set(!open)}
        >
          <Arrow aria-hidden className="size-3.5" /> {t("title")}
        </button>
      </h2>
      {open && now.state === "loading" && <p role="status">{t("loading")}</p>}
      {open && now.state === "failed" && (
        <div role="alert" className="grid justify-items-start gap-2">
          <p>{t("failed")}</p>
          <Button size="sm" onClick={retry}>
            {t("retry")}
          </Button>
        </div>
      )}
      {open && now.state === "ready" && <Questions value={now.value} />}
    </section>
  );
}

function Questions({ value }: { value: TranscriptPassages }) {
  const t = useTranslations("passages");
  const session = useSession();
  const chosen = useSignal(session.chosen);
  const selection = useSignal(session.selection);
  const place = selection ?? (chosen === null ? null : (session.store.segment(chosen) ?? null));
  const { tie, mark, remove } = useTying(session, value);
  const { questions, passages, elsewhere } = value;
  if (questions.length === 0) return <p className="mt-1 text-soft">{t("none")}</p>;
  const states = questionStates(questions, [...passages, ...elsewhere]);
  const count = (state: string) => [...states.values()].filter((each) => each === state).length;
  return (
    <>
      <p className="mt-1 text-soft text-sm">
        {t("counts", {
          answered: count("answered"),
          asked: count("asked_unanswered"),
          open: count("not_asked"),
        })}
      </p>
      <ul className="mt-2 divide-y divide-line rounded-lg border border-line bg-raised px-3 py-1 shadow-card">
        {questions.map((question) => (
          <QuestionItem
            key={question.id}
            question={question}
            state={states.get(question.id) ?? "not_asked"}
            passages={passages.filter(({ questionId }) => questionId === question.id)}
            mayChange={session.frame.mayCorrect}
            hasPlace={place !== null}
            onGo={({ start }) => session.text.current?.reveal(start)}
            onTie={(status) => place && tie(question, place, status)}
            onMark={(passage, status) => mark(question.key, passage, status)}
            onRemove={(passage) => remove(question.key, passage)}
          />
        ))}
      </ul>
    </>
  );
}
