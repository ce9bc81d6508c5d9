"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import type { ListedVersion } from "@/lib/schemas/revisions";
import { DifferenceView } from "../difference-view";
import { useVersion } from "../model/use-version";
import { WaitingText } from "../waiting-text";

interface CompareVersionsProps {
  transcript: { id: string; language: string };
  /** Those that may be opened, the newest first. */
  versions: readonly ListedVersion[];
}

/** Where two versions differ; at first the current one and the one before. */
export function CompareVersions({ transcript, versions }: CompareVersionsProps) {
  const t = useTranslations("revisions.versions");
  const [newer, setNewer] = useState(versions[0]?.id ?? "");
  const [older, setOlder] = useState(versions[1]?.id ?? "");
  const before = useVersion(transcript.id, older);
  const after = useVersion(transcript.id, newer);
  const options = versions.map(({ id, number }) => ({ value: id, label: t("number", { number }) }));
  return (
    <section aria-labelledby="compare-versions" className="mt-8">
      <h2 id="compare-versions" className="mb-3 font-semibold text-lg">
        {t("compare")}
      </h2>
      <div className="mb-4 flex flex-wrap gap-4">
        <Field label={t("older")}>
          <Select className="w-44" options={options} value={older} onValueChange={setOlder} />
        </Field>
        <Field label={t("newer")}>
          <Select className="w-44" options={options} value={newer} onValueChange={setNewer} />
        </Field>
      </div>
      {before.text?.ok && after.text?.ok ? (
        <DifferenceView
          before={before.text.value.text}
          after={after.text.value.text}
          language={transcript.language}
        />
      ) : (
        <WaitingText
          text={before.text?.ok ? after.text : before.text}
          retry={before.text?.ok ? after.retry : before.retry}
        />
      )}
    </section>
  );
}
