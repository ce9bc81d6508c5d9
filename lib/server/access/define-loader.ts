import "server-only";
import type { Route } from "next";
import { forbidden, notFound, redirect } from "next/navigation";
import { cache } from "react";
import type { z } from "zod";
import { AppError, TRANSCRIPT_ERASED } from "@/lib/access/errors";
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
 *
 * A page's address may name a study besides a row. The scope comes from the row all the same; where that
 * is another study's, there is no such page, or it would be shown under the wrong study's bar.
 */
export function defineLoader<Input extends z.ZodType, Scope extends StudyScope | ActorScope | null, Value>(
  definition: Definition<Input, Scope, Value>,
) {
  const load = async (input: z.output<Input>, within: string | null): Promise<Value> => {
    try {
      const scope = await definition.scope(input);
      if (within !== null && scope && "studyId" in scope && scope.studyId !== within)
        throw new AppError("not_found");
      return await definition.load(scope, input);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      if (error.code === "unauthenticated") redirect(await signInAddress());
      if (error.code === "forbidden") forbidden();
      if (error.body.detail === TRANSCRIPT_ERASED && within !== null) redirect(erasedAddress(within, input));
      if (error.code === "not_found") notFound();
      throw error;
    }
  };
  const ofRequest = cache(() => new Map<string, Promise<Value>>());
  return async (raw: z.input<Input>): Promise<Value> => {
    const parsed = definition.input.safeParse(raw);
    if (!parsed.success) notFound();
    const loaded = ofRequest();
    const within = studyIn(raw);
    const key = JSON.stringify([parsed.data, within]);
    const value = loaded.get(key) ?? load(parsed.data, within);
    loaded.set(key, value);
    return value;
  };
}

/** The study that the route's parameters name, if they do. */
function studyIn(parameters: unknown): string | null {
  const named = parameters instanceof Object && "studyId" in parameters ? parameters.studyId : null;
  return typeof named === "string" ? named : null;
}

/** The page that says of a transcript that it was erased, in the study under whose address it was asked for. */
function erasedAddress(studyId: string, parameters: unknown): Route {
  const named = parameters instanceof Object && "transcriptId" in parameters ? parameters.transcriptId : "";
  return `/studies/${studyId}/transcripts/erased/${named}` as Route;
}
