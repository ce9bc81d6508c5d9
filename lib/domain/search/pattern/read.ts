import { type Node, testOf } from "./nodes";

/** Thrown where an expression needs what cannot be done in linear time; caught in `compilePattern` alone. */
export class Unsupported extends Error {}

const ASSERTIONS: Record<string, "line_start" | "line_end" | "border" | "no_border"> = {
  "^": "line_start",
  $: "line_end",
  "\\b": "border",
  "\\B": "no_border",
};

/** A place of the expression as it is written: an escape, a class, a counted repeat, the beginning of a group, a character. */
const LEXEME =
  /\\u\{[0-9A-Fa-f]+\}|\\u[Dd][89ABab][0-9A-Fa-f]{2}\\u[Dd][C-Fc-f][0-9A-Fa-f]{2}|\\u[0-9A-Fa-f]{4}|\\x[0-9A-Fa-f]{2}|\\c[A-Za-z]|\\[pP]\{[^}]*\}|\\k<[^>]*>|\\[1-9][0-9]*|\\[\s\S]|\[(?:\\[\s\S]|[^\]\\])*\]|\(\?(?:<?[=!]|<[^>]*>|[^)]*?:)?|\{\d+(?:,\d*)?\}|[\s\S]/gu;

/**
 * Takes apart a source that JavaScript has found to be in order (flags i, m and u). Throws `Unsupported` for
 * what looks around or back.
 */
export function readPattern(source: string): Node {
  const lexemes = source.match(LEXEME) ?? [];
  let at = 0;

  const choice = (): Node => {
    const parts = [sequence()];
    while (lexemes[at] === "|") {
      at += 1;
      parts.push(sequence());
    }
    return parts.length === 1 ? (parts[0] as Node) : { kind: "choice", parts };
  };
  const sequence = (): Node => {
    const parts: Node[] = [];
    while (at < lexemes.length && lexemes[at] !== "|" && lexemes[at] !== ")") parts.push(repeated(atom()));
    return { kind: "sequence", parts };
  };
  const atom = (): Node => {
    const lexeme = lexemes[at] ?? "";
    at += 1;
    const assertion = ASSERTIONS[lexeme];
    if (assertion) return { kind: "assertion", at: assertion };
    if (lexeme.startsWith("(")) {
      if (!/^\((\?:|\?<[^=!][^>]*>)?$/u.test(lexeme)) throw new Unsupported(lexeme);
      const inside = choice();
      at += 1;
      return inside;
    }
    if (/^\\(k<|[1-9])/.test(lexeme)) throw new Unsupported(lexeme);
    return { kind: "one", test: testOf(lexeme), letter: letterOf(lexeme) };
  };
  const repeated = (part: Node): Node => {
    const lexeme = lexemes[at] ?? "";
    const counted = /^\{(\d+)(,(\d*))?\}$/.exec(lexeme);
    const simple = { "*": [0, Infinity], "+": [1, Infinity], "?": [0, 1] }[lexeme];
    if (!counted && !simple) return part;
    at += 1;
    const lazy = lexemes[at] === "?";
    if (lazy) at += 1;
    const least = simple?.[0] ?? Number(counted?.[1]);
    const open = counted?.[3] === "" ? Infinity : Number(counted?.[3] ?? counted?.[1]);
    return repeated({ kind: "repeat", part, least, most: simple?.[1] ?? open, lazy });
  };
  return choice();
}

/** The character that a lexeme stands for, where it is one and the same. */
function letterOf(lexeme: string): string | null {
  const plain = /^\\([^\p{L}\p{N}])$/u.exec(lexeme)?.[1] ?? lexeme;
  return [...plain].length === 1 && !(plain === "." && lexeme === ".") ? plain : null;
}
