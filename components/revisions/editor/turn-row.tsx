"use client";

import { ArrowUpToLine, Plus, Split, Trash2 } from "lucide-react";
import { type KeyboardEvent, memo, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { cx } from "@/components/ui/cx";
import { IconButton } from "@/components/ui/icon-button";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-input";
import { toast } from "@/components/ui/toast";
import { splitBlock } from "@/lib/domain/revision";
import { NewSpeaker } from "./new-speaker";
import type { EditedBlock, EditorSpeaker, Step } from "./state";

const NOBODY = "nobody";
const NEW = "new";

interface TurnRowProps {
  block: EditedBlock;
  number: number;
  speakers: readonly EditorSpeaker[];
  language: string;
  joinable: boolean;
  act: (step: Step) => void;
}

/** One turn: who speaks, the words, and what can be done with it. Renders only when something of its own changes. */
export const TurnRow = memo(function TurnRow(props: TurnRowProps) {
  const { block, number, speakers, language, joinable, act } = props;
  const t = useTranslations("revisions.edit");
  const words = useRef<HTMLTextAreaElement>(null);
  const [naming, setNaming] = useState(false);
  const { key, turn } = block;
  if (!turn && block.body === "" && !block.theirs) return null;

  const split = () => {
    const at = words.current?.selectionStart ?? 0;
    if (splitBlock(block, at)) act({ kind: "split", key, at });
    else toast({ kind: "info", message: t("splitFailed") });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // An input method is composing: these keys belong to it.
    if (event.nativeEvent.isComposing) return;
    const mod = event.ctrlKey || event.metaKey;
    const steps: Record<string, (() => void) | undefined> = {
      Enter: mod ? split : undefined,
      Backspace: event.altKey && joinable ? () => act({ kind: "join", key }) : undefined,
      // The browser's own history of a field knows nothing of splits and joins, nor of the other turns.
      z: mod ? () => act({ kind: event.shiftKey ? "redo" : "undo" }) : undefined,
      y: mod ? () => act({ kind: "redo" }) : undefined,
    };
    const step = steps[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!step) return;
    event.preventDefault();
    step();
  };
  const options = [
    ...speakers.map(({ label }, index) => ({ value: String(index), label })),
    { value: NOBODY, label: t("nobody") },
    { value: NEW, label: t("newSpeaker") },
  ];
  return (
    <div className={cx("rounded-lg border p-2.5", block.theirs ? "border-warning" : "border-line")}>
      <div className="mb-1.5 flex flex-wrap items-center gap-1.5">
        {turn ? (
          <Select
            className="max-w-52"
            aria-label={t("speaker", { number })}
            options={options}
            value={turn.speaker === null ? NOBODY : String(turn.speaker)}
            onValueChange={(value) => {
              if (value === NEW) setNaming(true);
              else act({ kind: "speaker", key, speaker: value === NOBODY ? null : Number(value) });
            }}
          />
        ) : (
          <span className="text-soft text-sm">{t("noTurn")}</span>
        )}
        {turn && turn.atMs !== null && <Time milliseconds={turn.atMs} />}
        <span className="ml-auto flex">
          {turn && (
            <>
              <IconButton label={t("split")} icon={<Split aria-hidden />} onClick={split} />
              <IconButton
                label={t("join")}
                icon={<ArrowUpToLine aria-hidden />}
                disabled={!joinable}
                onClick={() => act({ kind: "join", key })}
              />
            </>
          )}
          <IconButton
            label={t("add")}
            icon={<Plus aria-hidden />}
            onClick={() => act({ kind: "add", key })}
          />
          <IconButton
            label={t("remove")}
            icon={<Trash2 aria-hidden />}
            onClick={() => act({ kind: "remove", key })}
          />
        </span>
      </div>
      <TextArea
        ref={words}
        data-key={key}
        aria-label={t("words", { number })}
        lang={language}
        dir="auto"
        rows={1}
        spellCheck
        className="min-h-11 resize-none font-reading leading-relaxed"
        value={block.body}
        onChange={({ target, nativeEvent }) => {
          const composing = nativeEvent instanceof InputEvent && nativeEvent.isComposing;
          act({ kind: "type", key, body: target.value, composing });
        }}
        onCompositionStart={() => act({ kind: "pause" })}
        onCompositionEnd={() => act({ kind: "pause" })}
        onKeyDown={onKeyDown}
      />
      {block.theirs && <Theirs block={block} act={act} />}
      {naming && (
        <NewSpeaker
          onClose={() => setNaming(false)}
          onAdd={(speaker) => act({ kind: "new_speaker", key, speaker })}
        />
      )}
    </div>
  );
});

function Time({ milliseconds }: { milliseconds: number }) {
  const seconds = Math.floor(milliseconds / 1000);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return (
    <span className="tabular text-faint text-sm">
      {parts.map((part) => String(part).padStart(2, "0")).join(":")}
    </span>
  );
}

/** What somebody else made of the same place, and the choice between the two. */
function Theirs({ block, act }: { block: EditedBlock; act: (step: Step) => void }) {
  const t = useTranslations("revisions.stale");
  const theirs = (block.theirs ?? []).map(({ label, body }) => label + body).join("\n");
  const take = (whose: "mine" | "theirs") => act({ kind: "take", key: block.key, whose });
  return (
    <div className="mt-2">
      <Callout
        kind="warning"
        title={t("theirs")}
        action={
          <>
            <Button size="sm" onClick={() => take("mine")}>
              {t("keep")}
            </Button>
            <Button size="sm" onClick={() => take("theirs")}>
              {t("take")}
            </Button>
          </>
        }
      >
        <span className="whitespace-pre-wrap">{theirs || t("nothing")}</span>
      </Callout>
    </div>
  );
}
