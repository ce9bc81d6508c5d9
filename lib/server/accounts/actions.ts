"use server";

import { z } from "zod";
import { AccountRef, ChangePassword, DisableOwnAccount, SetUp } from "@/lib/schemas/accounts";
import { defineAction } from "@/lib/server/access/define-action";
import { actor } from "@/lib/server/access/gate";
import * as mutations from "./mutations";

/** The first account of an installation; the token that the server printed is the proof. */
export const setUp = defineAction({
  input: SetUp,
  scope: async () => null,
  run: (_, input) => mutations.setUp(input),
});

export const changePassword = defineAction({
  input: ChangePassword,
  scope: () => actor(),
  run: async (who, input) => {
    await mutations.changePassword(who, input);
    return { email: who.email };
  },
});

export const endSessions = defineAction({
  input: z.object({}),
  scope: () => actor(),
  run: (who) => mutations.endSessions(who),
});

export const disableOwnAccount = defineAction({
  input: DisableOwnAccount,
  scope: () => actor(),
  run: (who, input) => mutations.disableOwnAccount(who, input),
});

/** By the installer alone; the mutation asks. */
export const disableAccount = defineAction({
  input: AccountRef,
  scope: () => actor(),
  run: (who, input) => mutations.disableAccount(who, input),
});

export const enableAccount = defineAction({
  input: AccountRef,
  scope: () => actor(),
  run: (who, input) => mutations.enableAccount(who, input),
});
