"use client";

import type { Route } from "next";
import Link from "next/link";
import { useFormatter, useTranslations } from "use-intl";
import { OriginalLink } from "@/components/imports/original-link";
import { Going } from "@/components/shell/going";
import { Badge } from "@/components/ui/badge";
import { Td, Th } from "@/components/ui/table";
import type { ListedOriginal } from "@/lib/schemas/imports";
import type { AssignedCoder } from "@/lib/schemas/rounds";
import type { ListedTranscript } from "@/lib/schemas/transcripts";
import { useLanguageName } from "../language-name";

interface TranscriptRowProps {
  transcript: ListedTranscript;
  href: Route;
  questions: number;
  originals: readonly ListedOriginal[];
  /** Who codes it, by name; null where nobody codes anything in a round. */
  assigned: readonly AssignedCoder[] | null;
  personId: string;
}

export function TranscriptRow({ transcript, href, questions, originals, ...rest }: TranscriptRowProps) {
  const t = useTranslations("transcripts");
  const revised = useTranslations("revisions.reader");
  const format = useFormatter();
  const languageName = useLanguageName();
  const { interviewees, date } = transcript;
  return (
    <tr>
      <Td className="text-right">{interviewees.map(({ number }) => number).join(", ") || "–"}</Td>
      <Th scope="row" className="min-w-44">
        <Link href={href} className="relative text-accent underline-offset-2 hover:underline">
          {transcript.title}
          <Going />
        </Link>
        {transcript.waiting > 0 && (
          <Link href={`${href}/queue` as Route} prefetch={false} className="ml-2">
            <Badge tone="warning">{revised("waiting", { count: transcript.waiting })}</Badge>
          </Link>
        )}
        {transcript.pairId && (
          <span className="ml-2" title={t("pairedHint")}>
            <Badge>{t("paired")}</Badge>
          </span>
        )}
        {originals.map((original) => (
          <OriginalLink key={original.id} original={original} />
        ))}
      </Th>
      {transcript.kind === "interview" ? (
        <>
          <Td className="min-w-28">{[...new Set(interviewees.map(({ sector }) => sector))].join(", ")}</Td>
          <Td className="min-w-36 max-lg:min-w-60">
            {interviewees
              .map(({ position }) => position)
              .filter(Boolean)
              .join("; ")}
          </Td>
        </>
      ) : (
        <>
          <Td className="min-w-28 text-soft">{t(`kinds.${transcript.kind}`)}</Td>
          <Td className="min-w-36">{transcript.publisher}</Td>
        </>
      )}
      <Td className="whitespace-nowrap">{date && format.dateTime(new Date(`${date}T00:00:00Z`), "day")}</Td>
      <Td className="text-right">{transcript.minutes}</Td>
      <Td className="whitespace-nowrap">{languageName(transcript.language)}</Td>
      <Td className="text-right">
        <span className="whitespace-nowrap">{t(transcript.counted, { count: transcript.spoken })}</span>
        {transcript.kind === "interview" && (
          <span className="block whitespace-nowrap text-faint text-sm">
            {t("ofInterviewees", { count: transcript.spokenByInterviewees })}
          </span>
        )}
      </Td>
      <Td className="text-right">{transcript.speakers}</Td>
      <Td className="text-right">{transcript.codings}</Td>
      <Td className="text-right">{transcript.coders}</Td>
      {questions > 0 && (
        <Td className="whitespace-nowrap text-right">
          {transcript.kind === "interview" &&
            t("answeredOf", { answered: transcript.answered, total: questions })}
        </Td>
      )}
      {rest.assigned && (
        <Td className="min-w-36">
          <Coders assigned={rest.assigned} personId={rest.personId} />
        </Td>
      )}
    </tr>
  );
}

/** Names that find room in a cell; beyond them how many more there are is said, and the round's page has all. */
const MOST_NAMED = 3;

function Coders({ assigned, personId }: { assigned: readonly AssignedCoder[]; personId: string }) {
  const t = useTranslations("rounds.listed");
  const format = useFormatter();
  const own = ({ coderId }: AssignedCoder) => coderId === personId;
  const named = assigned
    .toSorted((a, b) => Number(own(b)) - Number(own(a)))
    .map((each) => {
      const shown = own(each) ? t("you") : each.name;
      return each.done ? t("done", { name: shown }) : shown;
    });
  if (named.length <= MOST_NAMED) return format.list(named, "and");
  const first = named.slice(0, MOST_NAMED - 1);
  const more = t("more", { count: named.length - first.length });
  return (
    <span title={format.list(named, "and")} className="line-clamp-3">
      {format.list([...first, more], "and")}
    </span>
  );
}
