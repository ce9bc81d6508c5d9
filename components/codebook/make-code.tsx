"use client";

import { useEffect, useMemo, useRef, useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { useAction } from "@/components/ui/use-action";
import { useErrorText } from "@/components/ui/use-error-text";
import { type CodeNode, similarNames, type Tree } from "@/lib/domain/codebook";
import { addCodes } from "@/lib/server/codebook/actions";
import { optionsOf } from "./code-options";

/** A code as it is made: the last one under its parent. */
export type MadeCode = Pick<CodeNode, "id" | "parentId" | "name" | "hue">;

interface MakeCodeProps {
  studyId: string;
  tree: Tree<CodeNode & { readonly retired: boolean }>;
  /** What was typed. Nothing is offered where a code has that name. */
  name: string;
  /** Under which code it is put, unless another is chosen. */
  parentId: string | null;
  onMade: (code: MadeCode) => void;
  /** Called with the code that is taken instead of a new one much like it. */
  onTake: (codeId: string) => void;
}

/** More would be a list to read, and no warning. */
const MOST_SIMILAR = 3;
const TOP = "";

/**
 * Makes a code of the words typed, under a parent, for those who may edit the codebook. Names much like it are shown
 * first: two codes for one thing are hard to put together again.
 */
export function MakeCode({ studyId, tree, name, parentId, onMade, onTake }: MakeCodeProps) {
  const t = useTranslations("reader.picker");
  const words = useTranslations("gestures.picker");
  const format = useFormatter();
  const errorText = useErrorText();
  const [chosen, setChosen] = useState<string | null>(null);
  const made = useRef<MadeCode | null>(null);
  const { run, pending, error } = useAction(addCodes, {
    onDone: () => made.current && onMade(made.current),
  });
  const wanted = name.trim();
  const parent = tree.byId.get(chosen ?? parentId ?? TOP);
  const exists = [...tree.byId.values()].some((code) => code.name.toLowerCase() === wanted.toLowerCase());
  const offered = wanted !== "" && !exists;
  const similar = useMemo(
    () =>
      offered
        ? similarNames(tree, wanted)
            .filter(({ code }) => !code.retired)
            .slice(0, MOST_SIMILAR)
        : [],
    [tree, wanted, offered],
  );
  const parents = useMemo(() => (offered ? optionsOf(tree, ({ retired }) => !retired) : []), [tree, offered]);

  const make = () => {
    const hue = parent?.hue ?? tree.byId.size % 6;
    made.current = { id: crypto.randomUUID(), parentId: parent?.id ?? null, name: wanted, hue };
    run({ eventId: crypto.randomUUID(), studyId, codes: [made.current] });
  };
  const latest = useRef(make);
  latest.current = make;
  useEffect(() => {
    if (!offered) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [offered]);

  return (
    <>
      {/* A region that is there before its words is one whose words are spoken. */}
      <p role="status" className="sr-only">
        {similar.length > 0 && `${words("similar")} ${format.list(similar.map(({ code }) => code.name))}`}
      </p>
      {offered && (
        <>
          {similar.length > 0 && (
            <div className="shrink-0 border-line border-t bg-warning-tint px-3.5 py-1.5 text-sm text-warning">
              {words("similar")}{" "}
              {similar.map(({ code }) => (
                <Button key={code.id} size="sm" variant="quiet" onClick={() => onTake(code.id)}>
                  {code.name}
                </Button>
              ))}
            </div>
          )}
          <div className="grid grid-cols-1 gap-1 border-line border-t px-1.5 py-1">
            <button
              type="button"
              className="flex min-h-7 w-full cursor-pointer items-start gap-2 rounded-md px-2 py-1 text-left"
              disabled={pending}
              onClick={make}
            >
              <span className="min-w-0 flex-1 truncate text-soft">
                {parent ? t("makeUnder", { name: wanted, parent: parent.name }) : t("make", { name: wanted })}
              </span>
              <Kbd keys="mod+enter" />
            </button>
            {parents.length > 0 && (
              <label className="flex items-center gap-2 px-2 pb-1 text-soft text-sm">
                {words("under")}
                <select
                  className="min-h-6 min-w-0 flex-1 rounded-md border border-edge bg-raised px-1.5 py-0.5 text-ink"
                  value={parent?.id ?? TOP}
                  onChange={(event) => setChosen(event.target.value)}
                  // Enter in the list makes the code; the keys of the field above are not for it.
                  onKeyDown={(event) => !["Escape", "Tab"].includes(event.key) && event.stopPropagation()}
                >
                  <option value={TOP}>{words("top")}</option>
                  {parents.map(({ value, label }) => (
                    <option key={value} value={value}>
                      {label}
                    </option>
                  ))}
                </select>
              </label>
            )}
            {error && (
              <p role="alert" className="px-2 text-danger text-sm">
                {errorText(error).message}
              </p>
            )}
          </div>
        </>
      )}
    </>
  );
}
