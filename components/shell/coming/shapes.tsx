import type { ReactNode } from "react";
import { Bone, BoneLines } from "@/components/ui/bones";
import { cx } from "@/components/ui/cx";
import type { Shape } from "./shape";

const PROSE = [92, 100, 97, 64] as const;
const NAMES = [58, 72, 44, 66, 80, 52, 61, 38, 70, 49, 63, 55] as const;
const times = (count: number) => Array.from({ length: count }, (_, index) => index);

/** The title of a page and the sentence below it. */
function Head() {
  return (
    <div className="grid gap-2.5">
      <Bone className="h-6 w-48" />
      <Bone className="h-3.5 w-full max-w-xl" />
    </div>
  );
}

interface PanesProps {
  left?: ReactNode;
  right?: ReactNode;
  children: ReactNode;
  /** The left one is a place of its own: wider, and on narrow screens the one that is shown. */
  wide?: boolean;
}

/** The panes of a split page, of the widths that it gives them; one of them where there is room for no more. */
function Panes({ left, right, wide, children }: PanesProps) {
  const side = "shrink-0 content-start gap-3 overflow-hidden border-line bg-panel p-4";
  return (
    <div className="flex min-h-0 flex-1">
      {left && (
        <div
          className={cx(
            side,
            "border-r",
            wide ? "grid w-full pane:w-72 xl:pane:w-88" : "hidden w-64 pane:grid",
          )}
        >
          {left}
        </div>
      )}
      <div className={cx("min-w-0 flex-1 overflow-hidden", wide && "max-pane:hidden")}>{children}</div>
      {right && <div className={cx(side, "hidden w-76 border-l xl:w-88 pane:grid")}>{right}</div>}
    </div>
  );
}

function Page({ wide, children }: { wide?: boolean; children: ReactNode }) {
  const width = wide ? "max-w-[96rem]" : "max-w-6xl";
  return (
    <div className={cx("mx-auto grid w-full content-start gap-6 px-4 py-6 sm:px-6", width)}>
      <Head />
      {children}
    </div>
  );
}

/** The lines of a table. */
function Rows() {
  return (
    <div>
      {times(12).map((row) => (
        <div key={row} className="flex h-11 items-center gap-6 border-line border-b">
          <Bone className="h-3.5 w-2/5" />
          <Bone className="h-3.5 flex-1" />
          <Bone className="h-3.5 w-1/6 max-sm:hidden" />
          <Bone className="h-3.5 w-12 max-sm:hidden" />
        </div>
      ))}
    </div>
  );
}

/** A list beside what narrows it. */
function Filtered({ children }: { children: ReactNode }) {
  const fields = times(7).map((field) => (
    <div key={field} className="grid gap-1.5">
      <Bone className="h-3.5 w-20" />
      <Bone className="h-9" />
    </div>
  ));
  return (
    <Panes left={fields}>
      <div className="mx-auto grid max-w-4xl content-start gap-4 px-4 py-5">
        <Head />
        {children}
      </div>
    </Panes>
  );
}

function Card({ className }: { className?: string }) {
  return (
    <div className={cx("grid content-start gap-3 rounded-lg border border-line bg-raised p-4", className)}>
      <BoneLines widths={PROSE} />
    </div>
  );
}

/** The text of a transcript, before it is there: who speaks, what they say, and the margin for its codes. */
export function Turns() {
  return (
    <div className="grid w-full content-start gap-8 px-5 py-8 pane:pr-44">
      {times(5).map((turn) => (
        <div key={turn} className="flex gap-4">
          <Bone className="h-3.5 w-20 shrink-0 max-sm:hidden" />
          <div className="grid max-w-xl flex-1 gap-3">
            <BoneLines widths={PROSE} />
          </div>
        </div>
      ))}
    </div>
  );
}

const SHAPES: Record<Shape, () => ReactNode> = {
  cards: () => (
    <Page>
      <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
        {times(6).map((card) => (
          <Card key={card} />
        ))}
      </div>
    </Page>
  ),
  page: () => (
    <Page>
      {times(4).map((card) => (
        <Card key={card} className="max-w-3xl" />
      ))}
    </Page>
  ),
  table: () => (
    <Page>
      <Rows />
    </Page>
  ),
  wide: () => (
    <Page wide>
      <Rows />
    </Page>
  ),
  find: () => (
    <Filtered>
      <Bone className="h-9" />
    </Filtered>
  ),
  list: () => (
    <Filtered>
      {times(6).map((card) => (
        <Card key={card} />
      ))}
    </Filtered>
  ),
  rows: () => (
    <Filtered>
      {times(9).map((row) => (
        <div key={row} className="grid gap-2.5">
          <BoneLines widths={[88, 40]} />
        </div>
      ))}
    </Filtered>
  ),
  tree: () => (
    <Panes wide left={<BoneLines widths={NAMES} className="py-1" />}>
      <div className="grid max-w-3xl content-start gap-6 px-6 py-6">
        <Head />
        <BoneLines widths={PROSE} />
        <Card />
      </div>
    </Panes>
  ),
  matrix: () => (
    <Panes right={<Card />}>
      <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-4 px-4 py-5 sm:px-6">
        <Head />
        <div className="flex gap-2 *:shrink-0">
          {times(4).map((chip) => (
            <Bone key={chip} className="h-7 w-32 rounded-full" />
          ))}
        </div>
        <div className="grid grid-cols-[minmax(8rem,16rem)_repeat(6,minmax(0,6rem))] gap-1 max-sm:grid-cols-[9rem_repeat(6,6rem)]">
          {times(70).map((cell) => (
            <Bone key={cell} className={cell % 7 === 0 ? "my-4 mr-6 h-3.5" : "h-11"} />
          ))}
        </div>
      </div>
    </Panes>
  ),
  reader: () => (
    <>
      <div className="flex h-12 shrink-0 items-center gap-3 border-line border-b px-4">
        <Bone className="h-3.5 w-24" />
        <Bone className="h-3.5 w-40" />
      </div>
      <Panes left={<BoneLines widths={NAMES} className="py-1" />} right={<Card />}>
        <Turns />
      </Panes>
    </>
  ),
};

/** A picture of a page that is coming, for the eye alone. */
export function ComingShape({ shape }: { shape: Shape }) {
  const Picture = SHAPES[shape];
  return <Picture />;
}
