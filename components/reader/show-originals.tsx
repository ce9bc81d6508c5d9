"use client";

import { Eye } from "lucide-react";
import { useTranslations } from "use-intl";
import { fetchOriginals } from "@/components/revisions/redact/originals";
import { IconButton } from "@/components/ui/icon-button";
import { useSession } from "./context";
import { useSelected, useSignal } from "./model/signal";

/** Shows the words behind pseudonyms beside them, for those who may see them, until it is pressed again. */
export function ShowOriginals() {
  const t = useTranslations("revisions.reader");
  const session = useSession();
  const { frame, shown, originals } = session;
  const some = useSelected(shown, ({ redactions }) => redactions.length > 0);
  const seen = useSignal(originals) !== null;
  if (!some || !frame.maySeeOriginals) return null;
  const toggle = async () => {
    if (seen) return originals.set(null);
    const found = await fetchOriginals(frame.transcript.id);
    // Of a newer version they would stand beside other words.
    if (found?.versionId === session.document.versionId)
      originals.set(new Map(found.originals.map(([start, , words]) => [start, words])));
  };
  return (
    <IconButton label={t("showOriginals")} aria-pressed={seen} icon={<Eye aria-hidden />} onClick={toggle} />
  );
}
