import { LoaderCircle } from "lucide-react";
import { cx } from "./cx";

/** Turning, for waits of unknown length. Say in words beside it what is awaited. */
export function Spinner({ className }: { className?: string }) {
  return <LoaderCircle aria-hidden className={cx("size-4 animate-spin", className)} />;
}
