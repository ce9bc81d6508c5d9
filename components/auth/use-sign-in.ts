"use client";

import { signIn } from "next-auth/react";
import { useState } from "react";
import { SignInReason } from "@/lib/schemas/accounts";

/** How a sign-in was refused; `unreachable` where no answer came. */
export type Refusal = SignInReason | { reason: "unreachable" };

/**
 * Signs in through one of next-auth's providers and goes to `to`, anew, so that nothing read while
 * signed out stays on the screen. A refusal is kept, for the form to say.
 */
export function useSignIn(to: string, initial: Refusal | null = null) {
  const [pending, setPending] = useState<string | null>(null);
  const [refusal, setRefusal] = useState(initial);

  /** `key` tells which of several buttons is at work. */
  async function run(
    provider: "credentials" | "sample",
    values: Record<string, string>,
    key: string = provider,
  ): Promise<void> {
    setPending(key);
    setRefusal(null);
    const answer = await signIn(provider, { ...values, redirect: false }).catch(() => undefined);
    if (answer?.ok) {
      window.location.assign(to);
      return;
    }
    setPending(null);
    setRefusal(answer?.error ? SignInReason.parse(answer.error) : { reason: "unreachable" });
  }

  return { run, pending, refusal };
}
