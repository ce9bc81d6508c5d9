"use client";

import { Link2 } from "lucide-react";
import { useId, useMemo, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { z } from "zod";
import { SignedOutNotice } from "@/components/drafts/notices";
import { boxOf } from "@/components/drafts/storage";
import { type UsedDraft, useDraft } from "@/components/drafts/use-draft";
import { useKeeping } from "@/components/drafts/use-keeping";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Field } from "@/components/ui/field";
import { TextArea } from "@/components/ui/text-input";
import { useAction } from "@/components/ui/use-action";
import { useErrorText } from "@/components/ui/use-error-text";
import type { ActionResult } from "@/lib/access/errors";
import { linkTo } from "@/lib/domain/memo";
import { MEMO_LIMIT } from "@/lib/schemas/limits";

/** A memo that is not sent yet. Its ids are kept with it: what went out and was not answered is not written twice. */
const KeptMemo = z.object({ text: z.string(), eventId: z.uuid(), id: z.uuid() });
export type KeptMemo = z.infer<typeof KeptMemo>;

const fresh = (text: string): KeptMemo => ({
  text,
  eventId: crypto.randomUUID(),
  id: crypto.randomUUID(),
});

interface ComposerProps {
  me: string;
  /** What is being written, for the browser that keeps it: a thing, a thread, or a memo that is edited. */
  about: string;
  /** The transcript that this is in, where it is in one. */
  within?: string | undefined;
  label: string;
  submit: string;
  /** The words to begin with. */
  initial?: string;
  /** A segment that one press links to. */
  atHand?: string;
  autoFocus?: boolean;
  send: (memo: KeptMemo) => Promise<ActionResult<unknown>>;
  onSent: () => void;
  onCancel?: () => void;
}

/** Where a memo is written. What is not sent yet stays through a reload, a lost network and an expired session. */
export function Composer(props: ComposerProps) {
  const draft = useDraft(boxOf(props.me, "memo", props.about), KeptMemo, props.within);
  // The browser answers in a blink; a field that is replaced then would lose the focus.
  return draft && <Drafted key={props.about} draft={draft} {...props} />;
}

function Drafted({ draft, initial = "", ...props }: ComposerProps & { draft: UsedDraft<KeptMemo> }) {
  const t = useTranslations("memos");
  const errorText = useErrorText();
  const hint = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const [memo, setMemo] = useState(() => draft.found?.value ?? fresh(initial));
  const [touched, setTouched] = useState(false);
  const [sent, setSent] = useState(false);
  const empty = memo.text.trim() === "" || memo.text === initial;
  const keeping = useKeeping(
    draft.keeper,
    useMemo(() => (touched ? (empty ? null : () => memo) : undefined), [touched, empty, memo]),
  );
  const { run, pending, error, clear } = useAction(props.send, {
    onDone: () => {
      draft.keeper.drop();
      setMemo(fresh(initial));
      setTouched(false);
      setSent(true);
      props.onSent();
    },
  });
  const change = (text: string) => {
    setTouched(true);
    setSent(false);
    // Other words are another write: the ids of the ones that failed stay with those.
    setMemo((now) => (error ? { ...fresh(text), id: now.id } : { ...now, text }));
    if (error) clear();
  };
  const link = (segmentId: string) => {
    const at = area.current?.selectionEnd ?? memo.text.length;
    const before = memo.text.slice(0, at);
    const space = before === "" || /\s$/.test(before) ? "" : " ";
    change(`${before}${space}${linkTo(segmentId)} ${memo.text.slice(at)}`);
    area.current?.focus();
  };
  const cancel = () => {
    draft.keeper.drop();
    props.onCancel?.();
  };
  const { atHand } = props;
  const theirs = error?.detail === "changed_meanwhile" && error.values?.text;
  return (
    <form
      className="grid grid-cols-[minmax(0,1fr)] gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (!empty) run(memo);
      }}
    >
      <Field label={props.label}>
        <TextArea
          ref={area}
          rows={3}
          value={memo.text}
          maxLength={MEMO_LIMIT}
          autoFocus={props.autoFocus}
          aria-describedby={hint}
          onChange={(event) => change(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing)
              return;
            event.preventDefault();
            if (!empty) run(memo);
          }}
        />
      </Field>
      <p id={hint} className="text-faint text-sm">
        {t("hint")}
      </p>
      {error?.code === "unauthenticated" ? (
        <SignedOutNotice error={error} kept={keeping === "kept"} />
      ) : (
        error && (
          <Callout kind="error" live>
            {errorText(error).message}
            {theirs && (
              <span className="mt-1 block whitespace-pre-wrap">{t("theirs", { text: String(theirs) })}</span>
            )}
          </Callout>
        )
      )}
      <div className="flex flex-wrap items-center gap-2">
        <Button type="submit" size="sm" variant="primary" busy={pending} disabled={empty && !pending}>
          {props.submit}
        </Button>
        {props.onCancel && (
          <Button size="sm" variant="quiet" onClick={cancel}>
            {t("cancel")}
          </Button>
        )}
        {atHand && (
          <Button size="sm" variant="quiet" onClick={() => link(atHand)}>
            <Link2 aria-hidden /> {t("linkHere")}
          </Button>
        )}
        <span role="status" className="text-faint text-sm">
          {sent && t("added")}
          {!empty && keeping === "kept" && t("kept")}
          {!empty && keeping === "refused" && t("refused")}
        </span>
      </div>
    </form>
  );
}
