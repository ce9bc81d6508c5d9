"use client";

import { Languages } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import { nameOfLanguage } from "@/components/reader/model/language";
import { studyRoute } from "@/components/shell/routes";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { EmptyState } from "@/components/ui/empty-state";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast";
import { useAction } from "@/components/ui/use-action";
import { useErrorText } from "@/components/ui/use-error-text";
import { useEventId } from "@/components/ui/use-event-id";
import type { PairFrame } from "@/lib/schemas/pairs";
import { makePair } from "@/lib/server/pairs/actions";

/** A transcript without its other language: which one that could be. */
export function MakePair({ frame }: { frame: PairFrame }) {
  const t = useTranslations("pairs.none");
  const locale = useLocale();
  const router = useRouter();
  const errorText = useErrorText();
  const eventId = useEventId();
  const { candidates, transcript, mayCorrect, studyId } = frame;
  const [otherId, setOtherId] = useState(candidates[0]?.sameInterview ? candidates[0].id : "");
  const { run, pending, error } = useAction(makePair, {
    onDone: () => {
      toast({ kind: "success", message: t("made") });
      router.refresh();
    },
  });
  const options = candidates.map(({ id, title, language, sameInterview }) => ({
    value: id,
    label: t(sameInterview ? "sameInterview" : "other", {
      title,
      language: nameOfLanguage(language, locale),
    }),
  }));
  const action = !mayCorrect ? null : options.length === 0 ? (
    <Button asChild>
      <Link href={studyRoute(studyId, "transcripts", "/new")}>{t("add")}</Link>
    </Button>
  ) : (
    <div className="grid w-full gap-3 text-left">
      <Field label={t("choose")}>
        <Select options={options} value={otherId} onValueChange={setOtherId} placeholder={t("placeholder")} />
      </Field>
      {error && (
        <Callout live kind="error">
          {errorText(error).message}
        </Callout>
      )}
      <Button
        variant="primary"
        busy={pending}
        disabled={otherId === ""}
        onClick={() => run({ eventId, transcriptId: transcript.id, otherId })}
      >
        {t("make")}
      </Button>
    </div>
  );
  return (
    <EmptyState icon={<Languages aria-hidden />} title={t("title")} action={action}>
      {!mayCorrect ? t("readOnly") : options.length === 0 ? t("noCandidates") : t("body")}
    </EmptyState>
  );
}
