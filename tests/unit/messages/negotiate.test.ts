import { describe, expect, test } from "vitest";
import { negotiate } from "@/lib/messages/negotiate";

describe("negotiate", () => {
  test.each([
    ["", "en"],
    ["fr-FR, de;q=0.8", "en"],
    ["ja", "ja"],
    ["ja-JP-u-ca-japanese", "ja"],
    ["JA;Q=0.9, en;q=0.8", "ja"],
    ["en-GB, ja;q=0.9", "en"],
    ["fr, ja;q=0.4, en;q=0.3", "ja"],
    ["en;q=0.2,ja;q=0.7", "ja"],
    ["ja;q=0, en;q=0.1", "en"],
    ["ja;q=many", "en"],
    ["jam, enm", "en"],
    ["en, ja", "en"],
    ["ja, en", "ja"],
  ])("%j asks for %s", (header, locale) => {
    expect(negotiate(header)).toBe(locale);
  });
});
