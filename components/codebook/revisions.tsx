"use client";

import type { ReactNode } from "react";
import { useFormatter, useTranslations } from "use-intl";
import type { CodeRow } from "@/lib/schemas/codebook";
import type { Codebook, RevisionRow } from "@/lib/schemas/codebook-views";

/** The revisions that touched one code, the newest first, each with its reason. */
export function CodeRevisions({ codebook, code }: { codebook: Codebook; code: CodeRow }) {
  const t = useTranslations("codebook.revisions");
  const own = codebook.revisions.filter((revision) => revision.changed.includes(code.id));
  return (
    <section className="mt-10 border-line border-t pt-4">
      <h3 className="caption mb-2">{t("title")}</h3>
      {own.length === 0 && <p className="text-faint">{t("none")}</p>}
      <ol className="grid gap-2.5">
        {own.map((revision) => (
          <Revision key={revision.number} revision={revision} />
        ))}
      </ol>
    </section>
  );
}

/** All revisions of the codebook, with the codes that each touched. */
export function AllRevisions({ codebook, onChoose }: { codebook: Codebook; onChoose: (id: string) => void }) {
  const t = useTranslations("codebook.revisions");
  if (codebook.revisions.length === 0) return null;
  const nameOf = new Map(codebook.codes.map((code) => [code.id, code.name]));
  return (
    <section className="border-line border-t pt-4">
      <h2 className="caption mb-2">{t("all")}</h2>
      <ol className="grid gap-2.5">
        {codebook.revisions.map((revision) => {
          const [first] = revision.changed;
          return (
            <Revision key={revision.number} revision={revision}>
              {revision.changed.length === 1 && first ? (
                <button
                  type="button"
                  className="min-h-6 text-accent hover:underline"
                  onClick={() => onChoose(first)}
                >
                  {nameOf.get(first)}
                </button>
              ) : (
                t("touched", { count: revision.changed.length })
              )}
            </Revision>
          );
        })}
      </ol>
    </section>
  );
}

/** A reason as people read it. Some are the product's own words, and are said in the person's language. */
export function useReasonWords(): (reason: string) => string {
  const t = useTranslations("codebook.revisions");
  return (reason) => {
    const own = (["added", "restored", "undone"] as const).find((each) => each === reason);
    return own ? t(own) : reason;
  };
}

function Revision({
  revision: { number, reason, by, at },
  children,
}: {
  revision: RevisionRow;
  children?: ReactNode;
}) {
  const t = useTranslations("codebook.revisions");
  const format = useFormatter();
  const said = useReasonWords()(reason);
  return (
    <li className="flex flex-wrap gap-x-3 gap-y-0.5">
      <span className="tabular font-medium">{t("line", { number })}</span>
      <span className="min-w-0 flex-1 basis-60">
        {said}
        {children && <span className="ml-2 text-soft">{children}</span>}
      </span>
      <span className="text-faint text-sm">{t("by", { name: by, date: format.dateTime(at, "moment") })}</span>
    </li>
  );
}
