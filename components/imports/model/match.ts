import { matchFiles } from "@/lib/domain/people";
import type { BatchPlace } from "@/lib/schemas/imports";

/**
 * The interview that a file's name means: that of the interviewee whom it names, where they have exactly
 * one. A first guess, which the person sees and changes.
 */
export function interviewByName(name: string, { people, interviews }: BatchPlace): string | null {
  const [match] = matchFiles([name], people);
  if (!match?.intervieweeId) return null;
  const { intervieweeId } = match;
  const held = interviews.filter(({ intervieweeIds }) => intervieweeIds.includes(intervieweeId));
  return held.length === 1 ? (held[0]?.id ?? null) : null;
}
