import "server-only";
import type { z } from "zod";
import { type ActionResult, AppError } from "@/lib/access/errors";
import type { ActorScope, StudyScope } from "@/lib/access/scope";
import { fieldErrors, known } from "@/lib/server/errors";

/** What a definition may be scoped by; `null` is for the few things done before anybody has signed in. */
type AnyScope = StudyScope | ActorScope | null;

interface Definition<Input extends z.ZodType, Scope extends AnyScope, Value> {
  input: Input;
  /** Mints the scope from the row that the input names (see gate.ts). */
  scope: (input: z.output<Input>) => Promise<Scope>;
  run: (scope: Scope, input: z.output<Input>) => Promise<Value>;
}

/**
 * A server action: parses its input, passes the gate, runs, and answers a value for every expected
 * outcome, so that a screen can keep what the person typed.
 */
export function defineAction<Input extends z.ZodType, Scope extends AnyScope, Value>(
  definition: Definition<Input, Scope, Value>,
) {
  return async (raw: z.input<Input>): Promise<ActionResult<Value>> => {
    try {
      const parsed = definition.input.safeParse(raw);
      if (!parsed.success) throw new AppError("invalid", { fields: fieldErrors(parsed.error) });
      const scope = await definition.scope(parsed.data);
      return { ok: true, value: await definition.run(scope, parsed.data) };
    } catch (error) {
      return { ok: false, error: known(error) };
    }
  };
}
