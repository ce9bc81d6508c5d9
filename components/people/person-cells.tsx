"use client";

import { Pencil, Plus } from "lucide-react";
import Link from "next/link";
import { useFormatter, useTranslations } from "use-intl";
import { studyRoute } from "@/components/shell/routes";
import { IconButton } from "@/components/ui/icon-button";
import type { AttributeRow, InterviewRow, People } from "@/lib/schemas/people";

/** The number by which a person is cited, which opens their sheet for those who may edit. */
export function NumberCell({ number, onEdit }: { number: number; onEdit: (() => void) | null }) {
  const t = useTranslations("people");
  if (!onEdit) return <span className="tabular">{number}</span>;
  return (
    <button
      type="button"
      onClick={onEdit}
      aria-label={t("editPerson", { number: String(number) })}
      className="tabular inline-flex min-h-6 items-center gap-1.5 rounded-sm font-semibold text-accent hover:underline"
    >
      {number}
      <Pencil aria-hidden className="size-3.5 opacity-60" />
    </button>
  );
}

interface AttributesCellProps {
  attributes: AttributeRow[];
  values: Record<string, string>;
}

/** What is known of somebody, each under its name. */
export function AttributesCell({ attributes, values }: AttributesCellProps) {
  const t = useTranslations("people.values");
  const dayOf = useDay();
  const known = attributes.filter(({ id }) => values[id]);
  if (known.length === 0) return <span className="text-faint">{t("unknown")}</span>;
  return (
    <dl className="grid gap-0.5">
      {known.map(({ id, name, kind }) => (
        <div key={id} className="flex flex-wrap gap-x-1.5">
          <dt className="text-faint text-sm">{name}</dt>
          <dd className="wrap-anywhere">{kind === "date" ? dayOf(values[id] ?? null) : values[id]}</dd>
        </div>
      ))}
    </dl>
  );
}

interface InterviewsCellProps {
  interviews: InterviewRow[];
  number: number;
  /** With null, to add one. */
  onEdit: ((id: string | null) => void) | null;
}

export function InterviewsCell({ interviews, number, onEdit }: InterviewsCellProps) {
  const t = useTranslations("people");
  const dayOf = useDay();
  return (
    <div className="flex items-start justify-between gap-x-1">
      <ul className="grid gap-1">
        {interviews.map((interview) => {
          const about = [
            interview.minutes === null ? "" : t("minutes", { count: interview.minutes }),
            interview.interviewers.join(", "),
          ];
          const day = dayOf(interview.date);
          return (
            <li key={interview.id}>
              {onEdit ? (
                <button
                  type="button"
                  aria-label={t("interview.edit", { date: day })}
                  onClick={() => onEdit(interview.id)}
                  className="tabular min-h-6 text-accent hover:underline"
                >
                  {day}
                </button>
              ) : (
                <span className="tabular">{day}</span>
              )}
              <span className="tabular ml-2 text-faint text-sm">{about.filter(Boolean).join(" · ")}</span>
            </li>
          );
        })}
      </ul>
      {onEdit && (
        <IconButton
          label={t("interview.addFor", { number: String(number) })}
          icon={<Plus aria-hidden />}
          className="-my-1 size-7!"
          onClick={() => onEdit(null)}
        />
      )}
    </div>
  );
}

export function TranscriptsCell({ people, interviews }: { people: People; interviews: InterviewRow[] }) {
  const t = useTranslations("people");
  const transcripts = interviews.flatMap((interview) => interview.transcripts);
  if (transcripts.length === 0) return <span className="text-faint">{t("noTranscript")}</span>;
  return (
    <ul className="grid gap-1">
      {transcripts.map(({ id, title, language }) => (
        <li key={id}>
          {people.may.read ? (
            <Link
              href={studyRoute(people.studyId, "transcripts", `/${id}`)}
              lang={language}
              className="inline-block min-h-6 text-accent hover:underline"
            >
              {title}
            </Link>
          ) : (
            <span lang={language}>{title}</span>
          )}
        </li>
      ))}
    </ul>
  );
}

/** A day in the person's language. It has no time zone, so it is read as one of UTC. */
export function useDay(): (date: string | null) => string {
  const format = useFormatter();
  const t = useTranslations("people");
  return (date) =>
    date === null
      ? t("noDate")
      : format.dateTime(new Date(`${date}T00:00:00Z`), { dateStyle: "medium", timeZone: "UTC" });
}
