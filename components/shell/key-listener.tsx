"use client";

import { useEffect } from "react";
import { currentCommands } from "./commands";
import { isPlain, matchKeys, strokeOf } from "./keys";
import { singleKeysOn } from "./preferences";

/** How long the second key of two may take, in milliseconds. */
const PATIENCE = 1200;

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable || target.matches("input, textarea, select, [role=textbox], [role=combobox]")
  );
}

/** Menus and lists have keys of their own, and a dialog covers what the page's keys would change. */
function isCovered(target: EventTarget | null): boolean {
  if (target instanceof Element && target.closest("[role=menu], [role=listbox]")) return true;
  return document.querySelector("[role=dialog][data-state=open][data-modal]") !== null;
}

/** Runs the commands whose keys are pressed. Once, in the frame. */
export function KeyListener() {
  useEffect(() => {
    const apple = /Mac|iPhone|iPad/.test(navigator.platform);
    let prefix = "";
    let since = 0;
    const onKeyDown = (event: KeyboardEvent) => {
      // An input method is composing: these keys belong to it.
      if (event.defaultPrevented || event.isComposing) return;
      const stroke = strokeOf(event, apple);
      if (stroke === "" || isCovered(event.target)) return;
      const typing = isTyping(event.target);
      const plain = !typing && singleKeysOn();
      const bindings = currentCommands().filter(({ keys, inFields, listedOnly }) => {
        if (keys === undefined || listedOnly) return false;
        return isPlain(keys) ? plain : !typing || inFields === true;
      });
      const match = matchKeys(bindings, event.timeStamp - since > PATIENCE ? "" : prefix, stroke);
      prefix = match.kind === "wait" ? match.prefix : "";
      since = event.timeStamp;
      if (match.kind === "none") return;
      event.preventDefault();
      if (match.kind === "run" && !(match.bound.givesWay && event.repeat)) match.bound.run();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
  return null;
}
