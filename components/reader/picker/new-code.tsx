"use client";

import { useEffect, useMemo, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { useAction } from "@/components/ui/use-action";
import { useErrorText } from "@/components/ui/use-error-text";
import { flatten, pathOf, shownPath, similarNames } from "@/lib/domain/codebook";
import { addCodes } from "@/lib/server/codebook/actions";
import { useSession } from "../context";
import { applyCodes } from "../model/commands";
import type { ReaderCode } from "../model/frame";
import { inputFor, newCode } from "../model/new-code";
import { learnCode } from "../model/session";
import { useSignal } from "../model/signal";

interface NewCodeProps {
  name: string;
  /** Beside which code it was typed: the new one stands under the same parent, unless another is chosen. */
  parentId: string | null;
  /** Codes marked besides, which are applied in the same step. */
  also: readonly string[];
  onMade: () => void;
}

/** More would be a list to read, and no warning. */
const MOST_SIMILAR = 3;
const TOP = "";

/**
 * Makes a code of the words typed, under a parent, and applies it. Only for those who may edit the codebook. Names
 * much like it are shown first: two codes for one thing are hard to put together again.
 */
export function NewCode({ name, parentId, also, onMade }: NewCodeProps) {
  const t = useTranslations("reader");
  const words = useTranslations("gestures.picker");
  const session = useSession();
  const errorText = useErrorText();
  const tree = useSignal(session.codebook);
  const [chosen, setChosen] = useState<string | null>(null);
  const made = useRef<ReaderCode | null>(null);
  const { run, pending, error } = useAction(addCodes, {
    onDone: () => {
      if (!made.current) return;
      learnCode(session, made.current);
      applyCodes(session, [...also, made.current.id]);
      onMade();
    },
  });
  const wanted = name.trim();
  const parent = tree.byId.get(chosen ?? parentId ?? TOP);
  const exists = [...tree.byId.values()].some((code) => code.name.toLowerCase() === wanted.toLowerCase());
  const offered = session.frame.mayEditCodebook && wanted !== "" && !exists;
  const similar = useMemo(
    () =>
      offered
        ? similarNames(tree, wanted)
            .filter(({ code }) => !code.retired)
            .slice(0, MOST_SIMILAR)
        : [],
    [tree, wanted, offered],
  );
  const parents = useMemo(
    () => (offered ? flatten(tree).filter(({ code }) => !code.retired) : []),
    [tree, offered],
  );

  const make = () => {
    made.current = newCode(session, wanted, parent?.id ?? null);
    run(inputFor(session, made.current));
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

  if (!offered) return null;
  return (
    <>
      {similar.length > 0 && (
        <div role="status" className="reader-similar">
          {words("similar")}{" "}
          {similar.map(({ code }) => (
            <Button
              key={code.id}
              size="sm"
              variant="quiet"
              onClick={() => {
                applyCodes(session, [...also, code.id]);
                onMade();
              }}
            >
              {code.name}
            </Button>
          ))}
        </div>
      )}
      <div className="grid gap-1 border-line border-t px-1.5 py-1">
        <button type="button" className="reader-option w-full text-left" disabled={pending} onClick={make}>
          <span className="min-w-0 flex-1 truncate text-soft">
            {parent
              ? t("picker.makeUnder", { name: wanted, parent: parent.name })
              : t("picker.make", { name: wanted })}
          </span>
          <Kbd keys="mod+enter" />
        </button>
        {parents.length > 0 && (
          <label className="flex items-center gap-2 px-2 pb-1 text-soft text-sm">
            {words("under")}
            <select
              className="min-w-0 flex-1 rounded-md border border-edge bg-raised px-1.5 py-0.5 text-ink"
              value={parent?.id ?? TOP}
              onChange={(event) => setChosen(event.target.value)}
              // Enter in the list makes the code; the keys of the field above are not for it.
              onKeyDown={(event) => event.key !== "Escape" && event.stopPropagation()}
            >
              <option value={TOP}>{words("top")}</option>
              {parents.map(({ code }) => (
                <option key={code.id} value={code.id}>
                  {shownPath(pathOf(tree, code.id))}
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
  );
}
