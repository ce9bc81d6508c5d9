"use client";

import { type KeyboardEvent, type PointerEvent, useEffect, useMemo, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { cx } from "@/components/ui/cx";
import { useWindowedItems } from "@/components/ui/use-windowed-items";
import { canMove, childrenOf, flatten, landing, type Place, stepped, type Tree } from "@/lib/domain/codebook";
import type { CodeRow } from "@/lib/schemas/codebook";
import type { Codebook, CodeCounts } from "@/lib/schemas/codebook-views";
import { CodeTreeItem } from "./code-tree-item";
import { type CountChoice, countOf } from "./counts";
import { MoveCode } from "./move-code";
import { type Dragging, useDragging } from "./use-dragging";
import { useMoveCode } from "./use-move-code";

interface CodeTreeProps {
  codebook: Codebook;
  tree: Tree<CodeRow>;
  /** Null where they are not shown. */
  counts: CodeCounts | null;
  counting: CountChoice;
  chosen: string | null;
  onChoose: (id: string) => void;
}

/**
 * The codes as a tree that is gone through with the arrow keys (WAI-ARIA Authoring Practices, tree
 * view), moved in with Alt and the arrows, or by dragging a code to its new place.
 */
export function CodeTree({ codebook, tree, counts, counting, chosen, onChoose }: CodeTreeProps) {
  const t = useTranslations("codebook");
  const list = useRef<HTMLDivElement>(null);
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [focused, setFocused] = useState(chosen);
  const [asking, setAsking] = useState<Place | null>(null);
  const move = useMoveCode(codebook);

  const shown = useMemo(
    () => flatten(tree).filter(({ code }) => isShown(tree, closed, code.id)),
    [tree, closed],
  );
  const placeOf = useMemo(() => placesIn(tree), [tree]);
  const indexOf = (id: string | null) => shown.findIndex(({ code }) => code.id === id);
  const at = Math.max(0, indexOf(focused));
  const windowed = useWindowedItems(list, shown.length, at);
  // Chosen here, a code was in view; its page may come when the keys have gone on, and they are not called back.
  const own = useRef<string | null>(null);
  const choose = (id: string) => {
    if (id !== chosen) own.current = id;
    onChoose(id);
  };
  useShown(indexOf(chosen), `${chosen} ${chosen && tree.parents.get(chosen)}`, (index) => {
    if (own.current !== chosen) windowed.reveal(index);
    own.current = null;
  });
  const itemOf = (id: string) => list.current?.querySelector<HTMLElement>(`[data-code="${id}"]`);
  // The item may have to be drawn first, so the focus follows after the next draw.
  const follow = useRef(false);
  useEffect(() => {
    if (!follow.current || focused === null) return;
    const item = itemOf(focused);
    follow.current = !item;
    item?.focus();
  });
  const toggle = (id: string, open: boolean) => setClosed((before) => withSet(before, id, !open));
  const focus = (id: string | undefined) => {
    if (id === undefined) return;
    setFocused(id);
    const item = itemOf(id);
    follow.current = !item;
    if (item) item.focus();
    else windowed.reveal(indexOf(id));
  };
  /** A move under another parent is asked about, since it changes what the code means. */
  const place = (to: Place | null) => {
    if (!to || !codebook.mayEdit || !canMove(tree, to.codeId, to.parentId)) return;
    if (tree.parents.get(to.codeId) === to.parentId) move(to);
    else setAsking(to);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const code = shown[at]?.code;
    if (!code || !(event.target instanceof HTMLElement) || event.target.dataset.code === undefined) return;
    const children = tree.children.get(code.id) ?? [];
    const isClosed = closed.has(code.id);
    const keys: Record<string, () => void> = event.altKey
      ? Object.fromEntries(
          (["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"] as const).map((key) => [
            key,
            () => place(stepped(tree, code.id, key)),
          ]),
        )
      : {
          ArrowUp: () => focus(shown[at - 1]?.code.id),
          ArrowDown: () => focus(shown[at + 1]?.code.id),
          ArrowRight: () => (isClosed ? toggle(code.id, true) : focus(children[0]?.id)),
          ArrowLeft: () =>
            children.length > 0 && !isClosed ? toggle(code.id, false) : focus(code.parentId ?? undefined),
          Home: () => focus(shown[0]?.code.id),
          End: () => focus(shown.at(-1)?.code.id),
          Enter: () => choose(code.id),
          " ": () => choose(code.id),
        };
    const act = event.ctrlKey || event.metaKey ? undefined : keys[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };

  const isOpen = (id: string) => (tree.children.get(id)?.length ?? 0) > 0 && !closed.has(id);
  const landingOf = ({ codeId, over }: Dragging): Place | null => {
    if (over === null) return null;
    if (over !== "end") return landing(tree, codeId, { ...over, open: isOpen(over.id) });
    const index = childrenOf(tree, null).filter(({ id }) => id !== codeId).length;
    return { codeId, parentId: null, index };
  };
  const { dragging, begin, wasDragged } = useDragging({
    list,
    enabled: codebook.mayEdit,
    onWait: (id) => toggle(id, true),
    onDrop: (done) => place(landingOf(done)),
  });
  const press = (event: PointerEvent, id: string, byGrip: boolean) => {
    // What is dragged stays drawn while the tree scrolls, as what has the focus does.
    setFocused(id);
    begin(event, id, byGrip);
  };
  const lands = dragging && landingOf(dragging) ? dragging.over : null;

  return (
    <>
      <div
        ref={list}
        role="tree"
        aria-label={t("tree")}
        className={cx("relative flow-root px-2", dragging && "cursor-grabbing")}
        style={{ paddingBottom: windowed.after || undefined }}
        onKeyDown={onKeyDown}
        onFocus={(event) => setFocused(event.target.dataset.code ?? focused)}
      >
        {windowed.shown.map(({ index, gap }) => {
          const { code, depth } = shown[index] ?? {};
          if (!code || depth === undefined) return null;
          return (
            <CodeTreeItem
              key={code.id}
              ref={windowed.measure}
              index={index}
              gap={gap}
              code={code}
              depth={depth}
              place={placeOf.get(code.id) ?? { at: 1, of: 1 }}
              counts={counts && shownCounts(counts, code.id, counting)}
              open={(tree.children.get(code.id)?.length ?? 0) === 0 ? null : !closed.has(code.id)}
              chosen={code.id === chosen}
              tabbable={index === at}
              onChoose={() => {
                // A drag ends with a click, which is none.
                if (wasDragged()) return;
                setFocused(code.id);
                choose(code.id);
              }}
              onToggle={() => toggle(code.id, closed.has(code.id))}
              onPress={codebook.mayEdit ? (event, byGrip) => press(event, code.id, byGrip) : null}
              dragged={dragging?.codeId === code.id}
              landing={lands !== null && lands !== "end" && lands.id === code.id ? lands.zone : null}
            />
          );
        })}
      </div>
      <div aria-hidden className={cx("mx-2 h-0.5 rounded-full", lands === "end" && "bg-accent")} />
      {asking && <MoveCode codebook={codebook} place={asking} onClose={() => setAsking(null)} />}
    </>
  );
}

function shownCounts(counts: CodeCounts, codeId: string, counting: CountChoice) {
  const [segments, interviewees] = countOf(counts, codeId, counting);
  return { segments, interviewees, due: counts[codeId]?.due ?? 0 };
}

/** Shows the chosen code where it comes to be out of view: chosen elsewhere, or moved to another parent. */
function useShown(index: number, place: string, show: (index: number) => void): void {
  const done = useRef<string | null>(null);
  useEffect(() => {
    if (index < 0 || done.current === place) return;
    done.current = place;
    show(index);
  });
}

/** By code: which of its siblings it is, from 1 on, of how many. */
function placesIn(tree: Tree<CodeRow>): Map<string, { at: number; of: number }> {
  const places = new Map<string, { at: number; of: number }>();
  for (const siblings of [tree.roots, ...tree.children.values()])
    for (const [index, { id }] of siblings.entries()) places.set(id, { at: index + 1, of: siblings.length });
  return places;
}

function isShown(tree: Tree<CodeRow>, closed: ReadonlySet<string>, id: string): boolean {
  for (let above = tree.parents.get(id); above != null; above = tree.parents.get(above)) {
    if (closed.has(above)) return false;
  }
  return true;
}

function withSet(set: ReadonlySet<string>, id: string, there: boolean): ReadonlySet<string> {
  const next = new Set(set);
  if (there) next.add(id);
  else next.delete(id);
  return next;
}
