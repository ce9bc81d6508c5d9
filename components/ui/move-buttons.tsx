"use client";

import { ArrowDown, ArrowUp } from "lucide-react";
import { IconButton } from "./icon-button";

interface MoveButtonsProps {
  /** What the buttons do, with the name of what they move. */
  labels: { up: string; down: string };
  /** Absent where there is no room. */
  up: (() => void) | undefined;
  down: (() => void) | undefined;
}

/** One place up, one place down, in a list that people put in order by hand. */
export function MoveButtons({ labels, up, down }: MoveButtonsProps) {
  return (
    <>
      <IconButton label={labels.up} icon={<ArrowUp aria-hidden />} disabled={!up} onClick={up} />
      <IconButton label={labels.down} icon={<ArrowDown aria-hidden />} disabled={!down} onClick={down} />
    </>
  );
}
