"use client";

import { X } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import { type ComponentProps, type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import { cx } from "./cx";
import { isFocusFree } from "./dropdown-menu";

interface DialogProps {
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** The button that opens it, where it is not opened from outside. */
  trigger?: ReactNode;
  title: ReactNode;
  description?: ReactNode;
  /** Buttons at the foot; the one that goes on comes last. */
  footer?: ReactNode;
  children?: ReactNode;
}

/** As high as what floats, so that the one opened last is above: a dialog over the menu that asked for it. */
const SCRIM = "fixed inset-0 z-50 bg-scrim";

/** In a window as low as that of a page enlarged four times, title and buttons scroll with what lies between them. */
const LOW =
  "[@media(max-height:24rem)]:overflow-y-auto [@media(max-height:24rem)]:*:data-body:flex-none [@media(max-height:24rem)]:*:data-body:overflow-visible";

/** What every layer over the page has at its top: title, description, a way out. */
function Head({ title, description }: Pick<DialogProps, "title" | "description">) {
  const t = useTranslations("common");
  return (
    <header className="flex items-start gap-4 px-5 pt-4">
      <div className="min-w-0 flex-1">
        <Radix.Title className="font-semibold text-lg">{title}</Radix.Title>
        {description && <Radix.Description className="mt-1 text-soft">{description}</Radix.Description>}
      </div>
      <Radix.Close
        aria-label={t("close")}
        className="-mr-1.5 inline-flex size-8 shrink-0 items-center justify-center rounded-md text-soft hover:bg-ink/6 hover:text-ink"
      >
        <X aria-hidden className="size-4.5" />
      </Radix.Close>
    </header>
  );
}

/** Gives the focus back to where it was: Radix does so to a trigger alone, and what a key opens has none. */
export function LayerContent(props: ComponentProps<typeof Radix.Content>) {
  // Asked before a field within takes it.
  const [from] = useState(() => (typeof document === "undefined" ? null : document.activeElement));
  return (
    <Radix.Content
      {...props}
      onCloseAutoFocus={(event) => {
        if (!(from instanceof HTMLElement && from.isConnected)) return;
        event.preventDefault();
        // A text as long as the transcript would be scrolled to its beginning.
        if (isFocusFree()) from.focus({ preventScroll: true });
      }}
    />
  );
}

function Layer({
  looks,
  trigger,
  open,
  onOpenChange,
  footer,
  children,
  ...head
}: DialogProps & { looks: string }) {
  const described = head.description ? {} : { "aria-describedby": undefined };
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      {trigger && <Radix.Trigger asChild>{trigger}</Radix.Trigger>}
      <Radix.Portal>
        <Radix.Overlay className={SCRIM} />
        <LayerContent
          data-modal
          {...described}
          className={cx("fixed z-50 flex flex-col border border-line bg-raised shadow-float", LOW, looks)}
        >
          <Head {...head} />
          <div data-body className="min-h-0 flex-1 overflow-y-auto px-5 py-4">
            {children}
          </div>
          {footer && (
            <footer className="flex flex-wrap justify-end gap-2 border-line border-t px-5 py-3">
              {footer}
            </footer>
          )}
        </LayerContent>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** A question or a short form over the page. Escape and the scrim close it; the focus returns. */
export function Dialog({ wide, ...props }: DialogProps & { wide?: boolean }) {
  const looks = cx(
    "-translate-x-1/2 -translate-y-1/2 top-1/2 left-1/2 max-h-[calc(100dvh-2rem)] w-[calc(100vw-2rem)] animate-enter rounded-xl",
    wide ? "max-w-3xl" : "max-w-lg",
  );
  return <Layer looks={looks} {...props} />;
}

/** A panel over the page: from the right where there is room, from the bottom on narrow screens. */
export function Sheet(props: DialogProps) {
  return (
    <Layer
      looks="inset-x-0 bottom-0 max-h-[85dvh] animate-rise rounded-t-xl pane:inset-x-auto pane:inset-y-0 pane:right-0 pane:max-h-none pane:w-[26rem] pane:animate-slide pane:rounded-none"
      {...props}
    />
  );
}

/** Closes the Dialog or Sheet around it; wraps a Button. */
export function DialogClose({ children }: { children: ReactNode }) {
  return <Radix.Close asChild>{children}</Radix.Close>;
}
