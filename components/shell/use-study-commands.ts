"use client";

import { useRouter } from "next/navigation";
import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { can } from "@/lib/access/can";
import { shownPath } from "@/lib/domain/codebook";
import type { ShellData } from "@/lib/schemas/shell";
import { type Command, useCommands } from "./commands";
import { SECTIONS, studyRoute } from "./routes";

/** The commands of a study: its rooms, its transcripts, its codes. */
export function useStudyCommands({ role, study, transcripts, codes }: ShellData): void {
  const t = useTranslations("shell");
  const router = useRouter();
  const commands = useMemo((): Command[] => {
    const rooms = SECTIONS.filter(({ needs }) => can(role, needs)).map(({ id, keys }) => ({
      id: `go-${id}`,
      group: t("palette.group.go"),
      label: t(`nav.${id}`),
      keys,
      run: () => router.push(studyRoute(study.id, id)),
    }));
    const texts = transcripts.map(({ id, title }) => ({
      id: `transcript-${id}`,
      group: t("palette.group.transcripts"),
      label: title,
      run: () => router.push(studyRoute(study.id, "transcripts", `/${id}`)),
    }));
    const leaves = codes.map(({ id, path, hue }) => ({
      id: `code-${id}`,
      group: t("palette.group.codes"),
      label: shownPath(path),
      hue,
      run: () => router.push(studyRoute(study.id, "codebook", `?code=${id}`)),
    }));
    return [...rooms, ...texts, ...leaves];
  }, [t, router, role, study.id, transcripts, codes]);
  useCommands(commands, "frame");
}
