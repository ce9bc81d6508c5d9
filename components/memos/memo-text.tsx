"use client";

import { Quote } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "use-intl";
import { partsOf } from "@/lib/domain/memo";
import type { MemoLink } from "@/lib/schemas/memos";
import { segmentPlace } from "./target";

interface MemoTextProps {
  studyId: string;
  text: string;
  links: Readonly<Record<string, MemoLink>>;
}

/** The words of a memo, with the quotations that it links to as far as they may be shown. */
export function MemoText({ studyId, text, links }: MemoTextProps) {
  return (
    <p dir="auto" className="wrap-anywhere whitespace-pre-wrap">
      {partsOf(text).map((part, at) =>
        part.kind === "words" ? (
          part.source
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same link may stand there twice.
          <SegmentLink key={at} studyId={studyId} segmentId={part.segmentId} link={links[part.segmentId]} />
        ),
      )}
    </p>
  );
}

interface SegmentLinkProps {
  studyId: string;
  segmentId: string;
  link: MemoLink | undefined;
}

/** A link to a segment: its words, and the way to its place. */
export function SegmentLink({ studyId, segmentId, link }: SegmentLinkProps) {
  const t = useTranslations("memos");
  if (!link) return <span className="text-faint italic">{t("segmentGone")}</span>;
  const { quote, transcript, transcriptId, language } = link;
  return (
    <Link
      prefetch={false}
      href={segmentPlace(studyId, transcriptId, segmentId)}
      title={transcript}
      className="inline-flex max-w-full items-baseline gap-1 rounded-md border border-line bg-panel px-1.5 py-0.5 align-bottom text-accent hover:bg-accent-tint"
    >
      <Quote aria-hidden className="size-3 shrink-0 self-center" />
      {quote === null ? (
        <span className="min-w-0 truncate text-soft italic">{t("segmentWithheld", { transcript })}</span>
      ) : (
        <span lang={language} dir="auto" className="min-w-0 truncate font-reading">
          {quote}
        </span>
      )}
    </Link>
  );
}
