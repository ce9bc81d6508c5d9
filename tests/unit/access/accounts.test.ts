import { describe, expect, test } from "vitest";
import { email, newPassword, ReturnPath, SignInReason } from "@/lib/schemas/accounts";

describe("a new password", () => {
  test.each([
    ["twelve characters", "abcdefghijkl"],
    ["twelve characters outside the BMP", "🍊🍎🍐🍊🍎🍐🍊🍎🍐🍊🍎🍐"],
    ["Japanese words", "海と山と川と空と雲と雨"],
    ["blanks at its ends", "  three words  "],
  ])("may be %s", (_, password) => {
    const twelve = password.length < 12 ? `${password}が` : password;
    expect(newPassword.parse(twelve)).toBe(twelve);
  });

  test.each([
    ["too_short", "eleven char"],
    ["too_short", "🍊🍎🍐🍊🍎🍐🍊🍎🍐🍊🍎"],
    ["too_long", "ab c".repeat(65)],
    ["too_simple", "a".repeat(20)],
    ["too_simple", "ab".repeat(10)],
  ])("is refused as %s", (reason, password) => {
    expect(newPassword.safeParse(password).error?.issues.map((issue) => issue.message)).toContain(reason);
  });
});

test("addresses are one whatever their case, and blanks around them", () => {
  expect(email.parse("  Mori@Example.ORG ")).toBe("mori@example.org");
  expect(email.safeParse("mori").error?.issues[0]?.message).toBe("not_an_email");
});

test.each([
  ["/studies/1?x=2#y", "/studies/1?x=2#y"],
  ["//evil.example", "/studies"],
  ["/\\evil.example", "/studies"],
  ["https://evil.example", "/studies"],
  ["/a b", "/studies"],
  [undefined, "/studies"],
  [["/a", "/b"], "/studies"],
])("after signing in, %j leads to %s", (claimed, to) => {
  expect(ReturnPath.parse(claimed)).toBe(to);
});

test.each([
  ["rate_limited:42", { reason: "rate_limited", seconds: 42 }],
  ["rate_limited:soon", { reason: "rate_limited", seconds: 0 }],
  ["no_account", { reason: "no_account" }],
  ["unverified", { reason: "unverified" }],
  ["CredentialsSignin", { reason: "wrong" }],
  ["OAuthSignin", { reason: "provider" }],
  ["OAuthCallback", { reason: "provider" }],
  ["failed", { reason: "failed" }],
  ["whatever the address claims", { reason: "failed" }],
])("the reason %s is understood", (text, reason) => {
  expect(SignInReason.parse(text)).toEqual(reason);
});
