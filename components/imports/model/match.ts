import type { BatchPlace } from "@/lib/schemas/imports";

/** Days and years are numbers of nobody. */
const DATE = /\d{4}[-_.年/]?\d{1,2}[-_.月/]?\d{1,2}日?|(?:19|20)\d{2}/gu;

/**
 * The interview that a file's name means: where exactly one number in it is that of an interviewee with
 * exactly one interview. A first guess, which the person sees and changes.
 */
export function interviewByName(name: string, { interviewees, interviews }: BatchPlace): string | null {
  const last = (name.split("/").at(-1) ?? name).normalize("NFKC").replace(/\.[A-Za-z0-9]{1,8}$/u, "");
  const numbers = new Set(
    (last.replace(DATE, " ").match(/(?<![\d.])\d{1,5}(?!\d|\.\d)/gu) ?? []).map(Number),
  );
  const people = interviewees.filter(({ number }) => numbers.has(number));
  const [person] = people;
  if (!person || people.length > 1) return null;
  const held = interviews.filter(({ intervieweeIds }) => intervieweeIds.includes(person.id));
  return held.length === 1 ? (held[0]?.id ?? null) : null;
}
