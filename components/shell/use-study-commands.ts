"use client";

import { useRouter } from "next/navigation";
import { useEffect, useMemo } from "react";
import { useTranslations } from "use-intl";
import { can } from "@/lib/access/can";
import { shownPath } from "@/lib/domain/codebook";
import type { ShellData } from "@/lib/schemas/shell";
import { type Command, useCommands } from "./commands";
import { useLayer } from "./layers";
import { SECTIONS, studyRoute } from "./routes";
import { askForNames, forgetNames, useKnownNames } from "./study-names";

/** The commands of a study: its rooms, and once the palette has been opened, its transcripts and codes. */
export function useStudyCommands({ role, study }: ShellData): void {
  const t = useTranslations("shell");
  const router = useRouter();
  const rooms = useMemo(
    () =>
      SECTIONS.filter(({ needs }) => can(role, needs)).map(({ id, keys }) => ({
        id: `go-${id}`,
        group: t("palette.group.go"),
        label: t(`nav.${id}`),
        keys,
        run: () => router.push(studyRoute(study.id, id)),
      })),
    [t, router, role, study.id],
  );
  useCommands(rooms, "frame");

  // There may be thousands of names, so pages carry none: they are asked for when they are looked for.
  const { open } = useLayer("palette");
  useEffect(() => {
    if (open) askForNames(study.id);
  }, [open, study.id]);
  useEffect(() => forgetNames, []);
  const { studyId, stage, names } = useKnownNames();
  const named = useMemo((): Command[] => {
    if (studyId !== study.id) return [];
    const transcripts = names.transcripts.map(({ id, title }) => ({
      id: `transcript-${id}`,
      group: t("palette.group.transcripts"),
      label: title,
      run: () => router.push(studyRoute(study.id, "transcripts", `/${id}`)),
    }));
    const codes = names.codes.map(({ id, path, hue }) => ({
      id: `code-${id}`,
      group: t("palette.group.codes"),
      label: shownPath(path),
      hue,
      run: () => router.push(studyRoute(study.id, "codebook", `?code=${id}`)),
    }));
    return [...transcripts, ...codes];
  }, [t, router, study.id, studyId, names]);
  useCommands(named, "frame", stage === "coming");
}
