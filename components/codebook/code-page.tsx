"use client";

import Link from "next/link";
import { type ReactNode, useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import { MemoButton } from "@/components/memos/memo-button";
import { studyRoute } from "@/components/shell/routes";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { ancestors, buildTree } from "@/lib/domain/codebook";
import type { CodeRow } from "@/lib/schemas/codebook";
import type { Codebook, CodeCounts } from "@/lib/schemas/codebook-views";
import { CodeForm } from "./code-form";
import type { Open } from "./codebook-page";
import { countOf } from "./counts";
import { Examples, examplesOf } from "./examples";
import { MergeDialog } from "./merge-dialog";
import { MoveCode } from "./move-code";
import { RecentChanges } from "./recent-changes";
import { RestoreCode, RetireCode } from "./retire-code";
import { CodeRevisions } from "./revisions";

interface CodePageProps {
  codebook: Codebook;
  counts: CodeCounts | null;
  code: CodeRow;
  onOpen: (open: Open) => void;
  onChoose: (id: string) => void;
}

/** What a code means to those who use it. */
export function CodePage({ codebook, counts, code, onOpen, onChoose }: CodePageProps) {
  const t = useTranslations("codebook");
  const [editing, setEditing] = useState(false);
  const [over, setOver] = useState<"move" | "merge" | null>(null);
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
          <span className="min-w-0 [overflow-wrap:anywhere]">{code.name}</span>
        </h2>
        <div className="flex flex-wrap items-center gap-2 pt-1">
          {code.shortcut && <Kbd keys={code.shortcut} />}
          {code.retired && <Badge tone="warning">{t("retired")}</Badge>}
          {counts && <UsedBadges counts={counts} code={code} />}
          <MemoButton
            small
            target={{ about: "code", id: code.id, studyId: codebook.studyId }}
            label={code.name}
          />
        </div>
      </header>
      <Merged codebook={codebook} code={code} onChoose={onChoose} />
      {editing ? (
        <CodeForm code={code} onClose={() => setEditing(false)} />
      ) : (
        <>
          <Meaning codebook={codebook} code={code} />
          {codebook.mayEdit && (
            <div className="mt-6 flex flex-wrap gap-2">
              {code.retired ? (
                code.mergedIntoId === null && <RestoreCode code={code} />
              ) : (
                <>
                  <Button variant="primary" onClick={() => setEditing(true)}>
                    {t("edit")}
                  </Button>
                  <Button onClick={() => onOpen({ what: "new", parentId: code.id })}>{t("addChild")}</Button>
                  <Button onClick={() => setOver("move")}>{t("move")}</Button>
                  <Button onClick={() => setOver("merge")}>{t("merge")}</Button>
                  <SplitLink codebook={codebook} code={code} />
                  <RetireCode code={code} />
                </>
              )}
            </div>
          )}
          {!codebook.mayEdit && codebook.maySplit && (
            <div className="mt-6">
              <SplitLink codebook={codebook} code={code} />
            </div>
          )}
        </>
      )}
      <CodeRevisions codebook={codebook} code={code} />
      <RecentChanges codebook={codebook} codeId={code.id} onChoose={onChoose} />
      {over === "move" && (
        <MoveCode
          codebook={codebook}
          place={{ codeId: code.id, parentId: code.parentId, index: 0 }}
          onClose={() => setOver(null)}
        />
      )}
      {over === "merge" && (
        <MergeDialog
          codebook={codebook}
          counts={counts}
          code={code}
          onMerged={onChoose}
          onClose={() => setOver(null)}
        />
      )}
    </article>
  );
}

function UsedBadges({ counts, code }: { counts: CodeCounts; code: CodeRow }) {
  const t = useTranslations("codebook");
  const [codings, interviewees] = countOf(counts, code.id, { whose: "all", within: false });
  return (
    <>
      <Badge>{t("used", { codings })}</Badge>
      {codings > 0 && <Badge>{t("raised", { count: interviewees })}</Badge>}
    </>
  );
}

function SplitLink({ codebook, code }: { codebook: Codebook; code: CodeRow }) {
  const t = useTranslations("codebook");
  return (
    <Button asChild>
      <Link href={studyRoute(codebook.studyId, "codebook", `/split/${code.id}`)}>{t("split")}</Link>
    </Button>
  );
}

/** What the code was merged into, and what was merged into it. */
function Merged({ codebook, code, onChoose }: Pick<CodePageProps, "codebook" | "code" | "onChoose">) {
  const t = useTranslations("codebook");
  const into = codebook.codes.filter((one) => one.id === code.mergedIntoId);
  const from = codebook.codes.filter((one) => one.mergedIntoId === code.id);
  return [
    { words: t("mergedInto"), codes: into },
    { words: t("holds"), codes: from },
  ].map(
    ({ words, codes }) =>
      codes.length > 0 && (
        <p key={words} className="mb-4 text-soft">
          {words}{" "}
          {codes.map((one) => (
            <button
              key={one.id}
              type="button"
              className="mr-2 min-h-6 text-left text-accent hover:underline"
              onClick={() => onChoose(one.id)}
            >
              {one.name}
            </button>
          ))}
        </p>
      ),
  );
}

interface ShownProps extends Pick<CodePageProps, "codebook" | "code"> {
  name: string;
  text: string;
  counter: boolean;
}

function Meaning({ codebook, code }: { codebook: Codebook; code: CodeRow }) {
  const t = useTranslations("codebook.fields");
  return (
    <div className="grid gap-5">
      <Part name={t("definition")} text={code.definition} lead />
      <div className="grid gap-5 md:grid-cols-2">
        <Part name={t("whenToUse")} text={code.whenToUse} />
        <Part name={t("whenNotToUse")} text={code.whenNotToUse} />
        <Shown name={t("example")} text={code.example} codebook={codebook} code={code} counter={false} />
        <Shown
          name={t("counterExample")}
          text={code.counterExample}
          codebook={codebook}
          code={code}
          counter
        />
      </div>
    </div>
  );
}

/** An example in words, and those of the transcripts. */
function Shown({ name, text, codebook, code, counter }: ShownProps) {
  const none = examplesOf(codebook, code.id, counter).length === 0;
  return (
    <Part name={name} text={text} spoken silent={!none}>
      <Examples codebook={codebook} codeId={code.id} counter={counter} />
    </Part>
  );
}

/** One part of the definition. What people say is set as their words are in the reader. */
function Part({
  name,
  text,
  lead,
  spoken,
  silent,
  children,
}: {
  name: string;
  text: string;
  lead?: boolean;
  spoken?: boolean;
  /** Says nothing of a text that is not written, since what stands below it is enough. */
  silent?: boolean;
  /** What stands below the text. */
  children?: ReactNode;
}) {
  const t = useTranslations("codebook.fields");
  const looks = lead || spoken ? "reading" : "max-w-[70ch]";
  return (
    <section className={spoken ? "border-hue-soft border-l-2 pl-3" : undefined}>
      <h3 className="caption mb-1">{name}</h3>
      {text === "" ? (
        !silent && <p className="text-faint">{t("notWritten")}</p>
      ) : (
        <p className={`${looks} whitespace-pre-line [overflow-wrap:anywhere]`}>{text}</p>
      )}
      {children}
    </section>
  );
}
