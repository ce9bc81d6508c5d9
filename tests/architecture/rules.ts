import { blind } from "./blind";
import type { Source } from "./source";
import { MAY_IMPORT, PACKAGES, zoneOf } from "./zones";

/** A rule answers what is wrong with a file, in words that say what to do; nothing where it is kept. */
export type Rule = (source: Source) => string[];

const isProjectPath = (name: string) => /^(app|components|lib|prisma|seeds|tests)\//.test(name);

/** The table of who may import whom. Tests may import anything. */
export const imports: Rule = ({ path, imports }) => {
  const zone = zoneOf(path);
  if (zone === "tests" || zone === "root") return [];
  const allowed = [zone, ...(MAY_IMPORT[zone] ?? [])];
  return imports.flatMap((name) => {
    if (isProjectPath(name)) {
      return allowed.includes(zoneOf(name))
        ? []
        : [`${path}: ${zone} may not import ${name} (${zoneOf(name)})`];
    }
    const barred = PACKAGES.find(([pattern]) => pattern.test(name));
    return barred && !barred[1].includes(zone) ? [`${path}: ${zone} may not import the package ${name}`] : [];
  });
};

/** Packages that the pure core needs none of: it imports itself alone. */
export const pureImports: Rule = ({ path, imports }) =>
  zoneOf(path) === "domain"
    ? imports
        .filter((name) => !name.startsWith("lib/domain"))
        .map((name) => `${path}: the pure core imports ${name}`)
    : [];

const IMPURE =
  /\b(Date\.now|new Date\(\)|Math\.random|performance\.now|crypto\.|process\.|console\.|fetch\(|setTimeout|localStorage|window\.(document|location|localStorage)|document\.(body|cookie|createElement))/;

/** Time, chance, ids and the machine are arguments of the pure core, never asked for. */
export const pureCalls: Rule = ({ path, text }) => {
  if (zoneOf(path) !== "domain") return [];
  const code = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "");
  const found = IMPURE.exec(code);
  return found ? [`${path}: the pure core asks for ${found[1]}; make it an argument`] : [];
};

const ACTION_EXPORT = /^export (?!const \w+ = defineAction\()/gm;

/** A module of actions holds actions alone, each through the gate. */
export const actionsThroughGate: Rule = ({ path, text }) => {
  if (zoneOf(path) !== "actions" || /\/index\.ts$/.test(path)) return [];
  const wrong = text.startsWith('"use server"') ? [] : [`${path}: begins without "use server"`];
  if (ACTION_EXPORT.test(text)) wrong.push(`${path}: exports something that is not defineAction(…)`);
  ACTION_EXPORT.lastIndex = 0;
  return wrong;
};

/** What is loaded for a page passes the gate. */
export const loadersThroughGate: Rule = ({ path, text }) =>
  zoneOf(path) === "loaders" && /^export (async )?function/m.test(text)
    ? [`${path}: exports a function that is not defineLoader(…)`]
    : [];

/** A feature of the server has four kinds of file, so that each is found without a search. */
export const vocabulary: Rule = ({ path }) => {
  const inFeature = /^lib\/server\/([^/]+)\/([^/]+?)(\.ts)?$/.exec(path.split("/").slice(0, 4).join("/"));
  if (!inFeature || !path.startsWith("lib/server/") || path.split("/").length < 4) return [];
  const [, feature, name] = inFeature;
  if (["access", "auth", "interchange", "live"].includes(feature ?? "")) return [];
  return /^(data|mutations|loaders|actions)$/.test(name ?? "")
    ? []
    : [`${path}: a feature holds data, mutations, loaders and actions; this is none of them`];
};

/** Code of the server can't slip into what the browser gets. */
export const serverOnly: Rule = ({ path, text }) => {
  if (!path.startsWith("lib/server/") || !path.endsWith(".ts")) return [];
  const marked = text.includes('import "server-only"') || text.startsWith('"use server"');
  const hasCode = !/^(export (type |\* from|\{)|\s|\/|\*|})*$/m.test(text) || /\bfunction\b|=>/.test(text);
  return marked || !hasCode ? [] : [`${path}: lacks import "server-only"`];
};

/** Files above 300 lines fit in no head; the list says why each may be so long. */
const LONG: [RegExp, string][] = [[/^lib\/messages\//, "a catalogue is looked up by key, not read"]];

export const length: Rule = ({ path, text }) => {
  const lines = text.split("\n").length - 1;
  return lines > 300 && !LONG.some(([pattern]) => pattern.test(path))
    ? [`${path}: ${lines} lines; split it, or give the reason in LONG`]
    : [];
};

/** Nothing asks the compiler or the linter to look away. */
export const noLookingAway: Rule = ({ path, text }) =>
  path.startsWith("tests/architecture/")
    ? []
    : [
        ...text.matchAll(
          /@ts-(ignore|nocheck|expect-error)|biome-ignore (?!lint\/\w+\/\w+: .{20})|\bas any\b|: any\b|<any>/g,
        ),
      ].map(([what]) => `${path}: ${what}`);

/**
 * What others did is shown without asking the person, who may be writing: only where the server answers (useRefresh),
 * or the browser would leave the page.
 */
export const readsAnewSafely: Rule = ({ path, text, imports }) =>
  imports.some((name) => /^components\/live\/(use-changes|context)$/.test(name)) &&
  /\brouter\.refresh\(/.test(text)
    ? [`${path}: follows what others do, and reads the page anew by router.refresh; use useRefresh`]
    : [];

export const RULES: Record<string, Rule> = {
  imports,
  pureImports,
  pureCalls,
  actionsThroughGate,
  loadersThroughGate,
  vocabulary,
  serverOnly,
  length,
  noLookingAway,
  readsAnewSafely,
  blind,
};
