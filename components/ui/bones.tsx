import { cx } from "./cx";

/** A place where something is coming: as large as that will be. Several of them, apart, make the shape of a page. */
export function Bone({ className }: { className?: string }) {
  return <span aria-hidden className={cx("block rounded bg-line/70", className)} />;
}

/** Lines of words that are coming, each as long in per cent. */
export function BoneLines({ widths, className }: { widths: readonly number[]; className?: string }) {
  return widths.map((width, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the lines are a picture and never change.
    <span key={index} aria-hidden className={cx("block", className)} style={{ width: `${width}%` }}>
      <Bone className="h-3.5" />
    </span>
  ));
}
