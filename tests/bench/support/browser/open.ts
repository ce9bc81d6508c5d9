import { type Browser, type BrowserContext, chromium, type Page } from "@playwright/test";
import type { Session } from "../session";
import { target } from "../target";
import { installProbe, READER } from "./probe";

/** A real Chromium, as large as a laptop's screen. */
export function openBrowser(): Promise<Browser> {
  const asRoot = process.getuid?.() === 0;
  return chromium.launch({
    executablePath: target.CHROMIUM_PATH,
    // Chromium has no sandbox for root, and containers often have little shared memory.
    args: asRoot ? ["--no-sandbox", "--disable-dev-shm-usage"] : ["--disable-dev-shm-usage"],
  });
}

export interface Visit {
  context: BrowserContext;
  page: Page;
  /** Throws with what the page has complained about. */
  assertQuiet(): void;
}

/** A window with nothing in its caches, signed in, with the probe in every page. */
export async function visit(browser: Browser, session: Session): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "en-GB" });
  await context.addCookies([{ ...session, url: target.BASE_URL, httpOnly: true, sameSite: "Lax" }]);
  // The compiler of these files gives functions their names through a helper that pages do not have.
  await context.addInitScript("globalThis.__name ??= (named) => named");
  await context.addInitScript(installProbe, READER);
  const complaints: string[] = [];
  context.on("console", (message) => {
    if (message.type() === "error") complaints.push(`${message.text()} (${message.location().url})`);
  });
  context.on("weberror", (error) => complaints.push(String(error.error())));
  const page = await context.newPage();
  return {
    context,
    page,
    assertQuiet() {
      if (complaints.length > 0) throw new Error(`the page complained:\n${complaints.join("\n")}`);
    },
  };
}

export interface Opened {
  text: number;
  codings: number;
}

/** Goes to a transcript and answers when its text and its codings in view were painted, from the navigation on. */
export async function openReader(page: Page, address: string): Promise<Opened> {
  await page.goto(new URL(address, target.BASE_URL).href, { waitUntil: "commit" });
  const seen = await page.waitForFunction(() => {
    const { text, codings } = window.probe?.seen ?? {};
    return text != null && codings != null ? { text, codings } : null;
  });
  const value = await seen.jsonValue();
  if (!value) throw new Error("nothing was seen");
  return value;
}
