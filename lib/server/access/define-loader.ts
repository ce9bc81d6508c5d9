import "server-only";
import { forbidden, notFound, redirect } from "next/navigation";
import { cache } from "react";
import type { z } from "zod";
import { AppError } from "@/lib/access/errors";
import type { ActorScope, StudyScope } from "@/lib/access/scope";
import { signInAddress } from "@/lib/server/address";

interface Definition<Input extends z.ZodType, Scope extends StudyScope | ActorScope | null, Value> {
  input: Input;
  scope: (input: z.output<Input>) => Promise<Scope>;
  load: (scope: Scope, input: z.output<Input>) => Promise<Value>;
}

/**
 * A loader for a page: parses the route's parameters, passes the gate, reads. Somebody signed out is
 * sent to sign in, and from there back; what is not theirs, or does not exist, is the same not-found page. While one request
 * is rendered, the same parameters are read once: a page and its title often ask for the same.
 */
export function defineLoader<Input extends z.ZodType, Scope extends StudyScope | ActorScope | null, Value>(
  definition: Definition<Input, Scope, Value>,
) {
  const load = async (input: z.output<Input>): Promise<Value> => {
    try {
      return await definition.load(await definition.scope(input), input);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      if (error.code === "unauthenticated") redirect(await signInAddress());
      if (error.code === "forbidden") forbidden();
      if (error.code === "not_found") notFound();
      throw error;
    }
  };
  const ofRequest = cache(() => new Map<string, Promise<Value>>());
  return async (raw: z.input<Input>): Promise<Value> => {
    const parsed = definition.input.safeParse(raw);
    if (!parsed.success) notFound();
    const loaded = ofRequest();
    const key = JSON.stringify(parsed.data);
    const value = loaded.get(key) ?? load(parsed.data);
    loaded.set(key, value);
    return value;
  };
}
