"use client";

import { useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import { MemoButton } from "@/components/memos/memo-button";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { ancestors, buildTree } from "@/lib/domain/codebook";
import type { Codebook, CodeRow } from "@/lib/schemas/codebook";
import { CodeForm } from "./code-form";
import type { Open } from "./codebook-page";
import { MoveCode } from "./move-code";
import { RestoreCode, RetireCode } from "./retire-code";
import { CodeRevisions } from "./revisions";

interface CodePageProps {
  codebook: Codebook;
  code: CodeRow;
  onOpen: (open: Open) => void;
  onChoose: (id: string) => void;
}

/** What a code means to those who use it. */
export function CodePage({ codebook, code, onOpen, onChoose }: CodePageProps) {
  const t = useTranslations("codebook");
  const [editing, setEditing] = useState(false);
  const [moving, setMoving] = useState(false);
  const tree = useMemo(() => buildTree(codebook.codes), [codebook.codes]);
  const above = ancestors(tree, code.id);
  return (
    <article data-hue={code.hue}>
      {above.length > 0 && (
        <p className="mb-1 text-soft text-sm">
          {above.map((one) => (
            <span key={one.id}>
              <button
                type="button"
                className="min-h-6 text-left hover:text-ink hover:underline"
                onClick={() => onChoose(one.id)}
              >
                {one.name}
              </button>
              <span aria-hidden> › </span>
            </span>
          ))}
        </p>
      )}
      <header className="mb-5 flex flex-wrap items-start gap-x-3 gap-y-2">
        <h2 className="flex min-w-0 items-baseline gap-2.5 font-semibold text-xl">
          <span aria-hidden className="keep-colour size-3.5 shrink-0 rounded-sm bg-hue" />
          <span className="min-w-0">{code.name}</span>
        </h2>
        <div className="flex flex-wrap items-center gap-2 pt-1">
          {code.shortcut && <Kbd keys={code.shortcut} />}
          {code.retired && <Badge tone="warning">{t("retired")}</Badge>}
          <UsedBadges codebook={codebook} code={code} />
          <MemoButton
            small
            target={{ about: "code", id: code.id, studyId: codebook.studyId }}
            label={code.name}
          />
        </div>
      </header>
      {editing ? (
        <CodeForm code={code} onClose={() => setEditing(false)} />
      ) : (
        <>
          <Meaning code={code} />
          {codebook.mayEdit && (
            <div className="mt-6 flex flex-wrap gap-2">
              {code.retired ? (
                <RestoreCode code={code} />
              ) : (
                <>
                  <Button variant="primary" onClick={() => setEditing(true)}>
                    {t("edit")}
                  </Button>
                  <Button onClick={() => onOpen({ what: "new", parentId: code.id })}>{t("addChild")}</Button>
                  <Button onClick={() => setMoving(true)}>{t("move")}</Button>
                  <RetireCode code={code} />
                </>
              )}
            </div>
          )}
        </>
      )}
      <CodeRevisions codebook={codebook} code={code} />
      {moving && (
        <MoveCode
          codebook={codebook}
          place={{ codeId: code.id, parentId: code.parentId, index: 0 }}
          onClose={() => setMoving(false)}
        />
      )}
    </article>
  );
}

function UsedBadges({ codebook, code }: { codebook: Codebook; code: CodeRow }) {
  const t = useTranslations("codebook");
  if (!codebook.used) return null;
  const { codings, interviewees } = codebook.used[code.id] ?? { codings: 0, interviewees: 0 };
  return (
    <>
      <Badge>{t("used", { codings })}</Badge>
      {codings > 0 && <Badge>{t("raised", { count: interviewees })}</Badge>}
    </>
  );
}

function Meaning({ code }: { code: CodeRow }) {
  const t = useTranslations("codebook.fields");
  return (
    <div className="grid gap-5">
      <Part name={t("definition")} text={code.definition} lead />
      <div className="grid gap-5 md:grid-cols-2">
        <Part name={t("whenToUse")} text={code.whenToUse} />
        <Part name={t("whenNotToUse")} text={code.whenNotToUse} />
        <Part name={t("example")} text={code.example} spoken />
        <Part name={t("counterExample")} text={code.counterExample} spoken />
      </div>
    </div>
  );
}

/** One part of the definition. What people say is set as their words are in the reader. */
function Part({
  name,
  text,
  lead,
  spoken,
}: {
  name: string;
  text: string;
  lead?: boolean;
  spoken?: boolean;
}) {
  const t = useTranslations("codebook.fields");
  const looks = lead || spoken ? "reading" : "max-w-[70ch]";
  return (
    <section className={spoken ? "border-hue-soft border-l-2 pl-3" : undefined}>
      <h3 className="caption mb-1">{name}</h3>
      {text === "" ? (
        <p className="text-faint">{t("notWritten")}</p>
      ) : (
        <p className={`${looks} whitespace-pre-line`}>{text}</p>
      )}
    </section>
  );
}
