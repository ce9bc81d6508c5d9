"use client";

import { ChevronDown, ChevronUp, X } from "lucide-react";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { QuietLink } from "@/components/shell/quiet-link";
import { studyRoute } from "@/components/shell/routes";
import { IconButton } from "@/components/ui/icon-button";
import { TextInput } from "@/components/ui/text-input";
import { useSession } from "../context";
import { closeFind, find, stepFind } from "../model/find";
import { useSignal } from "../model/signal";
import { MOST_HITS } from "./search";

/** Finds words in the whole text; the browser's own search sees only the paragraphs in view. */
export function FindBar() {
  const t = useTranslations("reader");
  const everywhere = useTranslations("search");
  const session = useSession();
  const { open, words, hits, at } = useSignal(session.find);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (open) field.current?.select();
  }, [open]);
  if (!open) return null;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape") closeFind(session);
    else if (event.key === "Enter") stepFind(session, event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
  };
  return (
    <search className="flex items-center gap-1 border-line border-b bg-panel px-3 py-1.5">
      <TextInput
        ref={field}
        autoFocus
        aria-label={t("find.label")}
        placeholder={t("find.label")}
        className="max-w-72"
        value={words}
        onChange={(event) => find(session, event.target.value)}
        onKeyDown={onKeyDown}
      />
      <span role="status" className="tabular shrink-0 whitespace-nowrap px-2 text-soft text-sm">
        {words.trim() !== "" &&
          (hits.length === 0
            ? t("find.none")
            : t("find.count", {
                at: at + 1,
                count: hits.length,
                more: hits.length === MOST_HITS ? "+" : "",
              }))}
      </span>
      <IconButton
        label={t("find.previous")}
        keys="shift+enter"
        icon={<ChevronUp aria-hidden />}
        disabled={hits.length === 0}
        onClick={() => stepFind(session, -1)}
      />
      <IconButton
        label={t("find.next")}
        keys="enter"
        icon={<ChevronDown aria-hidden />}
        disabled={hits.length === 0}
        onClick={() => stepFind(session, 1)}
      />
      {words.trim() !== "" && (
        <QuietLink
          href={studyRoute(session.frame.study.id, "search", `?${new URLSearchParams({ q: words })}`)}
          className="ml-1 shrink-0 rounded-sm font-medium text-accent text-sm hover:underline max-sm:hidden"
        >
          {everywhere("everywhere")}
        </QuietLink>
      )}
      <IconButton label={t("find.close")} icon={<X aria-hidden />} onClick={() => closeFind(session)} />
    </search>
  );
}
