import type { CDPSession, Page } from "@playwright/test";
import { expect } from "./base";

/** One thing that reading comes upon: what it is, and what is told of it; of a paragraph all its words. */
export interface Met {
  role: string;
  name: string;
  level: number;
  /** By which the browser knows it. */
  node: number;
  focused: boolean;
  /** What else the browser tells: pressed, checked, selected, expanded, a value. */
  state: string;
}

interface AxNode {
  nodeId: string;
  parentId?: string;
  childIds?: string[];
  ignored: boolean;
  role?: { value: string };
  name?: { value: string };
  value?: { value: string };
  properties?: { name: string; value: { value?: unknown; relatedNodes?: { backendDOMNodeId: number }[] } }[];
  backendDOMNodeId: number;
}

const STATES = ["pressed", "checked", "selected", "expanded", "disabled"];
/** What is told by its name, which says what it holds. */
const BY_NAME =
  /^(button|link|heading|option|menuitem.*|treeitem|checkbox|radio|switch|img|textbox|combobox)$/;
const SILENT = /^(none|generic|InlineTextBox|LineBreak|StaticText|mark|sectionheader)$/;

/**
 * Reads a page as a screen reader does: by the tree that the browser gives to it, and by no selector. It meets what is in
 * the tree, in its order, and presses what it met; the keys are the page's own.
 */
export class ScreenReader {
  private constructor(private readonly browser: CDPSession) {}

  static async of(page: Page): Promise<ScreenReader> {
    const browser = await page.context().newCDPSession(page);
    await browser.send("Accessibility.enable");
    return new ScreenReader(browser);
  }

  /** All that reading comes upon within the first thing of this role and name, in order; a paragraph as one. */
  async read(role: string, name: string): Promise<Met[]> {
    const { byId, all } = await this.tree();
    const top = all.find((node) => node.role?.value === role && node.name?.value === name);
    if (!top) throw new Error(`nothing met is a ${role} named ${name}`);
    const met: Met[] = [];
    const walk = (node: AxNode) => {
      const kind = node.role?.value ?? "";
      const words = kind === "paragraph" || kind === "blockquote";
      if (!node.ignored && node !== top && !SILENT.test(kind))
        met.push(metOf(node, words ? wordsIn(node, byId) : undefined));
      if (words || (!node.ignored && BY_NAME.test(kind))) return;
      for (const id of node.childIds ?? []) {
        const child = byId.get(id);
        if (child) walk(child);
      }
    };
    walk(top);
    return met;
  }

  /** What is told of what has the focus: its role, its name and its state; of a list those of the option that is active. */
  async focus(): Promise<string> {
    const { all } = await this.tree();
    const focused = all.findLast((node) => property(node, "focused")?.value === true);
    const [active] = (focused && property(focused, "activedescendant")?.relatedNodes) ?? [];
    const node = active ? all.find((each) => each.backendDOMNodeId === active.backendDOMNodeId) : focused;
    if (!node) return "";
    const { role, name, state } = metOf(node);
    return `${role} ${name}${state && `, ${state}`}`;
  }

  async expectFocus(told: RegExp): Promise<void> {
    await expect
      .poll(() => this.focus(), { message: `focus: ${told}`, intervals: [20, 50, 100] })
      .toMatch(told);
  }

  /** Presses something that was met. */
  async press({ node }: Met): Promise<void> {
    // Of a heading that is a button, the button.
    await this.on(node, "function () { (this.querySelector('button') ?? this).click(); }");
  }

  /** The language in which something that was met is read. */
  async languageOf({ node }: Met): Promise<string> {
    return this.on(node, "function () { return this.closest('[lang]').lang; }");
  }

  private async on(node: number, functionDeclaration: string): Promise<string> {
    const { object } = await this.browser.send("DOM.resolveNode", { backendNodeId: node });
    const call = { objectId: object.objectId, functionDeclaration, returnByValue: true };
    return (await this.browser.send("Runtime.callFunctionOn", call)).result.value;
  }

  private async tree(): Promise<{ all: AxNode[]; byId: Map<string, AxNode> }> {
    const { nodes } = await this.browser.send("Accessibility.getFullAXTree");
    const all = nodes as unknown as AxNode[];
    return { all, byId: new Map(all.map((node) => [node.nodeId, node])) };
  }
}

const property = (node: AxNode, wanted: string) =>
  node.properties?.find(({ name }) => name === wanted)?.value;

function metOf(node: AxNode, words = node.name?.value ?? ""): Met {
  const states = STATES.flatMap((state) => {
    const { value } = property(node, state) ?? {};
    return value === undefined || value === false || value === "false" ? [] : [state];
  });
  if (node.value?.value) states.push(`“${node.value.value}”`);
  return {
    role: node.role?.value ?? "",
    name: words,
    level: Number(property(node, "level")?.value ?? 0),
    node: node.backendDOMNodeId,
    focused: property(node, "focused")?.value === true,
    state: states.join(", "),
  };
}

function wordsIn(node: AxNode, byId: ReadonlyMap<string, AxNode>): string {
  if (node.role?.value === "StaticText" && !node.ignored) return node.name?.value ?? "";
  return (node.childIds ?? [])
    .flatMap((id) => byId.get(id) ?? [])
    .map((child) => wordsIn(child, byId))
    .join("");
}
