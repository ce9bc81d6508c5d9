"use client";

import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Field } from "@/components/ui/field";
import { TextArea } from "@/components/ui/text-input";
import type { SegmentState } from "@/lib/domain/coding";
import { MEMO_LIMIT } from "@/lib/schemas/limits";
import { useSession } from "../context";
import { annotate } from "../model/commands";
import { BothValues } from "./both-values";

/** How long after the last key a memo is saved, in milliseconds. */
const PAUSE = 700;

/** A note on the segment, saved by itself while one writes. */
export function MemoField({ segment, editable }: { segment: SegmentState; editable: boolean }) {
  const t = useTranslations("reader");
  const session = useSession();
  const [words, setWords] = useState(segment.memo);
  /** What the person saw when they began to write; null while nothing is unsaved. */
  const base = useRef<string | null>(null);
  const latest = useRef(words);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const { id } = segment;

  // Somebody else's words, or an undo: shown unless one is just writing.
  useEffect(() => {
    if (base.current === null) setWords(segment.memo);
  }, [segment.memo]);

  /** What somebody has written there meanwhile, where it is neither what one began from nor what one wrote. */
  const theirs = base.current !== null && ![base.current, words].includes(segment.memo) ? segment.memo : null;
  const differs = useRef(false);
  differs.current = theirs !== null;

  const save = useRef(() => {});
  save.current = () => {
    clearTimeout(timer.current);
    if (base.current === null) return;
    const memo = base.current;
    base.current = null;
    if (latest.current !== memo) annotate(session, id, { memo: latest.current }, { memo });
  };
  useEffect(() => () => save.current(), []);

  if (!editable) {
    return segment.memo ? (
      <div>
        <h3 className="caption">{t("memo")}</h3>
        <p className="whitespace-pre-wrap">{segment.memo}</p>
      </div>
    ) : null;
  }
  return (
    <Field label={t("memo")}>
      <TextArea
        className="max-h-72"
        value={words}
        maxLength={MEMO_LIMIT}
        placeholder={t("memoHint")}
        onChange={(event) => {
          base.current ??= segment.memo;
          latest.current = event.target.value;
          setWords(event.target.value);
          clearTimeout(timer.current);
          timer.current = setTimeout(() => differs.current || save.current(), PAUSE);
        }}
        onBlur={() => differs.current || save.current()}
      />
      {theirs !== null && (
        <BothValues
          theirs={theirs}
          onKeep={() => {
            base.current = theirs;
            save.current();
          }}
          onTake={() => {
            base.current = null;
            setWords(theirs);
          }}
        />
      )}
    </Field>
  );
}
