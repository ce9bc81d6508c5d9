"use client";

import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { Kbd } from "@/components/ui/kbd";
import { useAction } from "@/components/ui/use-action";
import { useErrorText } from "@/components/ui/use-error-text";
import { addCodes } from "@/lib/server/codebook/actions";
import { useSession } from "../context";
import { applyCodes } from "../model/commands";
import type { ReaderCode } from "../model/frame";
import { learnCode } from "../model/session";

interface NewCodeProps {
  name: string;
  /** Beside which code it was typed: the new one stands under the same parent. */
  parentId: string | null;
  onMade: () => void;
}

/** Makes a code of the words typed, and applies it. Only for those who may edit the codebook. */
export function NewCode({ name, parentId, onMade }: NewCodeProps) {
  const t = useTranslations("reader");
  const session = useSession();
  const errorText = useErrorText();
  const made = useRef<ReaderCode | null>(null);
  const { run, pending, error } = useAction(addCodes, {
    onDone: () => {
      if (!made.current) return;
      learnCode(session, made.current);
      applyCodes(session, [made.current.id]);
      onMade();
    },
  });
  const wanted = name.trim();
  const parent = parentId ? session.codes.get(parentId) : undefined;
  const exists = [...session.codes.values()].some((code) => code.name.toLowerCase() === wanted.toLowerCase());
  const offered = session.frame.mayEditCodebook && wanted !== "" && !exists;

  const make = () => {
    const id = crypto.randomUUID();
    const hue = parent?.hue ?? session.codes.size % 6;
    made.current = {
      id,
      parentId: parent?.id ?? null,
      name: wanted,
      hue,
      position: Number.MAX_SAFE_INTEGER,
      shortcut: null,
      definition: "",
      whenToUse: "",
      whenNotToUse: "",
      meaningSince: 0,
      retired: false,
    };
    const code = { id, parentId: made.current.parentId, name: wanted, hue };
    run({ eventId: crypto.randomUUID(), studyId: session.frame.study.id, codes: [code] });
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
    <div className="border-line border-t px-1.5 py-1">
      <button type="button" className="reader-option w-full text-left" disabled={pending} onClick={make}>
        <span className="min-w-0 flex-1 truncate text-soft">
          {parent
            ? t("picker.makeUnder", { name: wanted, parent: parent.name })
            : t("picker.make", { name: wanted })}
        </span>
        <Kbd keys="mod+enter" />
      </button>
      {error && (
        <p role="alert" className="px-2 text-danger text-sm">
          {errorText(error).message}
        </p>
      )}
    </div>
  );
}
