"use client";

import { unstable_rethrow } from "next/navigation";
import { useCallback, useEffect, useRef, useState } from "react";
import type { ActionResult, ErrorBody } from "@/lib/access/errors";
import { numbersOfRows, type PairRow } from "@/lib/domain/transcript";
import type { PairFrame, SetAlignment } from "@/lib/schemas/pairs";
import { setAlignment } from "@/lib/server/pairs/actions";
import type { PairTexts } from "./state";

/** How it stands with what was changed; the error says why the server would not take it. */
export type SaveState =
  | { kind: "saved" | "saving" | "failed" | "stale" }
  | { kind: "refused"; error: ErrorBody };

/**
 * Saves the rows as a whole after every change, one writing at a time and the latest state only. What could
 * not be sent goes out again under its id when the person asks, when the network is back, or with the next
 * change. `before` are the rows that the server had when the page was opened; `onSend` is told each writing's id. Answers
 * the rows that the server has.
 */
export function useSaving(
  frame: PairFrame,
  texts: PairTexts,
  before: PairRow[],
  rows: PairRow[],
  onSend: (eventId: string) => void,
) {
  const [state, setState] = useState<SaveState>({ kind: "saved" });
  const [stored, setStored] = useState(before);
  const base = useRef(frame.base);
  const written = useRef(before);
  const wanted = useRef(before);
  const sending = useRef(false);
  const unanswered = useRef<{ rows: PairRow[]; input: SetAlignment } | null>(null);

  const send = useCallback(async () => {
    if (sending.current) return;
    sending.current = true;
    while (wanted.current !== written.current || unanswered.current) {
      setState({ kind: "saving" });
      // A writing without an answer may have been done: the same again is the same as once.
      const attempt = unanswered.current ?? {
        rows: wanted.current,
        input: inputOf(frame, texts, wanted.current, base.current),
      };
      unanswered.current = attempt;
      onSend(attempt.input.eventId);
      const answer = await write(attempt.input);
      if (!answer.ok) {
        const { error } = answer;
        if (error.code !== "unavailable") unanswered.current = null;
        if (error.code === "unavailable") setState({ kind: "failed" });
        else setState(error.code === "stale" ? { kind: "stale" } : { kind: "refused", error });
        break;
      }
      unanswered.current = null;
      base.current = attempt.input.eventId;
      written.current = attempt.rows;
      setStored(attempt.rows);
      if (wanted.current === written.current) setState({ kind: "saved" });
    }
    sending.current = false;
  }, [frame, texts, onSend]);

  useEffect(() => {
    if (wanted.current === rows) return;
    wanted.current = rows;
    void send();
  }, [rows, send]);

  useEffect(() => {
    const retry = () => unanswered.current && void send();
    window.addEventListener("online", retry);
    return () => window.removeEventListener("online", retry);
  }, [send]);

  return { state, stored, retry: () => void send() };
}

function inputOf(frame: PairFrame, texts: PairTexts, rows: PairRow[], base: string | null): SetAlignment {
  const { first, second } = numbersOfRows(rows);
  return {
    eventId: crypto.randomUUID(),
    transcriptId: frame.transcript.id,
    personId: frame.personId,
    own: { versionId: texts.first.versionId, numbers: first },
    other: { versionId: texts.second.versionId, numbers: second },
    base,
  };
}

async function write(input: SetAlignment): Promise<ActionResult<unknown>> {
  try {
    return await setAlignment(input);
  } catch (thrown) {
    unstable_rethrow(thrown);
    return { ok: false, error: { code: "unavailable" } };
  }
}
