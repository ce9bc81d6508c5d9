import { test as playwright } from "@playwright/test";

interface Fixtures {
  quiet: undefined;
  /** What the browser itself reports of answers that a test asks for, such as that of a page not found. */
  expectedErrors: RegExp | null;
}

/**
 * The start of every end-to-end test: whatever a page writes to console.error, and every error that
 * nobody caught, fails the test, in pages and windows that the test opens later too.
 */
export const test = playwright.extend<Fixtures>({
  expectedErrors: [null, { option: true }],
  quiet: [
    async ({ context, expectedErrors }, use) => {
      const said: string[] = [];
      context.on("console", (message) => {
        if (message.type() !== "error" || expectedErrors?.test(message.text())) return;
        said.push(`${message.text()} (${message.location().url})`);
      });
      context.on("weberror", (error) => said.push(String(error.error().stack ?? error.error())));
      await use(undefined);
      expect(said, "errors in the browser").toEqual([]);
    },
    { auto: true },
  ],
});

export const expect = test.expect;
