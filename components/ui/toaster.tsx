"use client";

import { X } from "lucide-react";
import { Toast as Radix } from "radix-ui";
import { useTranslations } from "use-intl";
import { cx } from "./cx";
import { useSignal } from "./signal";
import { type Notice, notices, retire } from "./toast";

const EDGE = { info: "border-l-accent", success: "border-l-success", error: "border-l-danger" } as const;

function Item({ notice }: { notice: Notice }) {
  const t = useTranslations("common");
  return (
    <Radix.Root
      // What failed stays until it is dismissed; the rest leaves time to read and to undo.
      duration={notice.kind === "error" ? Number.POSITIVE_INFINITY : notice.action ? 10_000 : 6_000}
      type={notice.kind === "error" ? "foreground" : "background"}
      onOpenChange={(open) => open || retire(notice.id)}
      className={cx(
        "flex animate-rise items-start gap-3 rounded-lg border border-line border-l-4 bg-raised py-2.5 pr-2 pl-3.5 shadow-float",
        EDGE[notice.kind],
      )}
    >
      <Radix.Description className="min-w-0 flex-1 py-0.5">{notice.message}</Radix.Description>
      {notice.action && (
        <Radix.Action
          altText={notice.action.label}
          onClick={notice.action.run}
          className="min-h-7 rounded-md px-2 font-semibold text-accent hover:bg-accent-tint"
        >
          {notice.action.label}
        </Radix.Action>
      )}
      <Radix.Close
        aria-label={t("dismiss")}
        className="inline-flex size-7 items-center justify-center rounded-md text-soft hover:bg-ink/6"
      >
        <X aria-hidden className="size-4" />
      </Radix.Close>
    </Radix.Root>
  );
}

/** Where notices appear. Once, in the root layout; F8 moves the focus to them. */
export function Toaster() {
  const t = useTranslations("common");
  const shown = useSignal(notices);
  return (
    <Radix.Provider label={t("notifications")} swipeDirection="right">
      {shown.map((notice) => (
        <Item key={notice.id} notice={notice} />
      ))}
      <Radix.Viewport
        label={t("notifications")}
        className="fixed right-0 bottom-0 z-60 m-0 max-pane:bottom-12 flex w-full max-w-md list-none flex-col gap-2 p-4 outline-none"
      />
    </Radix.Provider>
  );
}
