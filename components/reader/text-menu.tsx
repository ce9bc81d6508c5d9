"use client";

import { FilePen } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "use-intl";
import { OriginalFile } from "@/components/imports/original-file";
import { studyRoute } from "@/components/shell/routes";
import { DropdownMenu, MenuItem } from "@/components/ui/dropdown-menu";
import { IconButton } from "@/components/ui/icon-button";
import type { ReaderFrame } from "./model/frame";

const PLACES = ["edit", "replace", "versions", "queue", "pair"] as const;

/** The other ways to look at the text: to correct it, its versions, what waits for a place, and the files it came in. */
export function TextMenu({ frame }: { frame: ReaderFrame }) {
  const t = useTranslations("revisions");
  const places = PLACES.filter((place) => place === "versions" || frame.mayCorrect);
  return (
    <DropdownMenu align="end" trigger={<IconButton label={t("menu")} icon={<FilePen aria-hidden />} />}>
      {places.map((place) => (
        <MenuItem key={place} asChild>
          <Link
            prefetch={false}
            href={studyRoute(frame.study.id, "transcripts", `/${frame.transcript.id}/${place}`)}
          >
            {t(`nav.${place}`)}
          </Link>
        </MenuItem>
      ))}
      {frame.originals.map((original) => (
        <MenuItem key={original.id} asChild>
          <OriginalFile original={original} />
        </MenuItem>
      ))}
      {frame.maySeeOriginals && (
        <MenuItem asChild>
          <Link prefetch={false} href={studyRoute(frame.study.id, "transcripts", "/pseudonyms")}>
            {t("pseudonyms.title")}
          </Link>
        </MenuItem>
      )}
    </DropdownMenu>
  );
}
