import "server-only";
import { cache } from "react";
import { z } from "zod";
import { SetUpLink } from "@/lib/schemas/accounts";
import type { ShellAccount } from "@/lib/schemas/shell";
import { defineLoader } from "@/lib/server/access/define-loader";
import { actor, visitor } from "@/lib/server/access/gate";
import { sampleMode } from "@/lib/server/env";
import { accountPage, setUpIsOpen, signInOffers } from "./data";

/** The frame around pages outside a study. */
const frame = defineLoader({
  input: z.object({}),
  scope: () => actor(),
  load: async ({ name, email }): Promise<ShellAccount> => ({
    user: { name, email },
    sampleMode: sampleMode(),
  }),
});
export const loadAccountShell = cache(() => frame({}));

export const loadAccount = defineLoader({
  input: z.object({}),
  scope: () => actor(),
  load: (who) => accountPage(who),
});

/** Whether somebody is signed in already, and what the sign-in page offers beside a password. */
export const loadSignIn = defineLoader({
  input: z.object({}),
  scope: () => visitor(),
  load: async (who) => ({ signedIn: who !== null, ...(await signInOffers()) }),
});

export const loadSetUp = defineLoader({
  input: SetUpLink,
  scope: async () => null,
  load: async (_, { token }) => ({ open: await setUpIsOpen(token) }),
});
