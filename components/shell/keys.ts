/** What of a keyboard event decides a shortcut. */
export interface KeyStroke {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
  /** Where the key lies on the keyboard: "KeyZ". */
  code?: string;
  getModifierState?(modifier: string): boolean;
}

const SIGN = /^[!-/:-@[-`{-~]$/;

/** Whether the modifiers held are only how this keyboard writes a sign: AltGr, which Windows tells of as Ctrl and Alt, or Option. */
function writesSign(event: KeyStroke, apple: boolean): boolean {
  if (!SIGN.test(event.key)) return false;
  return apple ? event.altKey && !event.metaKey : event.getModifierState?.("AltGraph") === true;
}

/** The key's name; beside mod that of its place, where the keyboard writes other letters than Latin ones. */
function nameOf({ key, code }: KeyStroke, mod: boolean): string {
  const latin = mod && /^\p{L}$/u.test(key) && !/^[a-z]$/i.test(key) && /^Key([A-Z])$/.exec(code ?? "")?.[1];
  return (latin || NAMED[key] || key).toLowerCase();
}

/** Keys whose names in a shortcut differ from those of the event. */
const NAMED: Record<string, string> = { " ": "space" };

/**
 * The stroke as shortcuts write it: "mod+shift+z", "?", "arrowdown". Empty for a modifier alone. Shift
 * is part of a printed character ("?"), so it counts only beside mod or with a key that prints nothing.
 */
export function strokeOf(event: KeyStroke, apple: boolean): string {
  if (["Control", "Meta", "Alt", "Shift", "Process", "Dead"].includes(event.key)) return "";
  if (writesSign(event, apple)) return event.key;
  const mod = apple ? event.metaKey : event.ctrlKey;
  const foreign = apple ? event.ctrlKey : event.metaKey;
  const key = nameOf(event, mod);
  const printed = [...key].length === 1;
  const parts = [
    mod && "mod",
    foreign && "other",
    event.altKey && "alt",
    event.shiftKey && (mod || !printed) && "shift",
    key,
  ];
  return parts.filter(Boolean).join("+");
}

/**
 * Whether keys are of single characters only, such as "?" or "g c", which a person may switch off. Function keys
 * write nothing, so they are as good as those with a modifier.
 */
export function isPlain(keys: string): boolean {
  return !/\b(mod|alt)\+|\bf\d+$/.test(keys);
}

export type KeyMatch<Bound> =
  | { kind: "run"; bound: Bound }
  | { kind: "wait"; prefix: string }
  | { kind: "none" };

/**
 * What a stroke means after those of `prefix`: a binding, of which the last given wins; the beginning
 * of one; or nothing. A stroke that does not continue the prefix is taken for a first one. A binding that
 * gives way is meant where nothing else is.
 */
export function matchKeys<Bound extends { keys?: string; givesWay?: boolean }>(
  bindings: readonly Bound[],
  prefix: string,
  stroke: string,
): KeyMatch<Bound> {
  const typed = prefix === "" ? stroke : `${prefix} ${stroke}`;
  const bound = bindings.findLast(({ keys, givesWay }) => keys === typed && !givesWay);
  if (bound) return { kind: "run", bound };
  if (bindings.some(({ keys }) => keys?.startsWith(`${typed} `))) return { kind: "wait", prefix: typed };
  if (prefix !== "") return matchKeys(bindings, "", stroke);
  const left = bindings.findLast(({ keys }) => keys === typed);
  return left ? { kind: "run", bound: left } : { kind: "none" };
}
