/**
 * The keys of the reader, by what they do; the usual ones first. All of the usual are signs or keys that print
 * nothing, but for a few letters: letters and digits are for the codes' own keys. What stands behind AltGr on a
 * keyboard of another country has a second binding of keys that are everywhere.
 */
export const KEYS = {
  next: ["j", "alt+arrowdown"],
  previous: ["k", "alt+arrowup"],
  find: ["/"],
  text: ["t"],
  // As programs go from pane to pane.
  segment: ["f6"],
  clear: ["escape"],
  memos: ["m"],
  code: ["c"],
  undo: ["mod+z"],
  redo: ["mod+shift+z", "mod+y"],
  remove: ["delete"],
  // F7 for the end, with Ctrl for the start, with Shift the other way; F8 leads to the notices.
  startLeft: ["[", "mod+shift+f7"],
  startRight: ["]", "mod+f7"],
  endLeft: ["{", "shift+f7"],
  endRight: ["}", "f7"],
  sentence: ["."],
  sentenceBack: [","],
  grow: ["+", "="],
  shrink: ["-"],
  here: ["@", "mod+enter"],
  nextHere: [">"],
  previousHere: ["<"],
  nextOfCode: [")"],
  previousOfCode: ["("],
  nextOfCoder: ["alt+shift+arrowdown"],
  previousOfCoder: ["alt+shift+arrowup"],
  again: [";"],
  inVivo: [":"],
  recode: ["!"],
  split: ["|", "alt+enter"],
  merge: ["&"],
} as const satisfies Record<string, readonly string[]>;
export type ActName = keyof typeof KEYS;

/** Keys that are answered where they are pressed: by the text while it has the focus, and by the browser. */
export const ANSWERED_THERE = {
  character: ["shift+arrowright"],
  word: ["mod+shift+arrowright"],
  line: ["shift+arrowdown"],
  paragraph: ["mod+shift+arrowdown"],
  wholeLine: ["shift+end"],
  menu: ["contextmenu", "shift+f10"],
} as const satisfies Record<string, readonly string[]>;
