import { z } from "zod";

/**
 * The fields that many inputs share. Messages are keys of lib/messages/errors.ts. Lengths are UTF-16
 * code units: wide enough for any real name or definition, narrow enough that one row cannot slow a page.
 */

// A tab and a line break are the only controls that text may hold; NUL cannot be stored at all.
const CONTROLS = /(?![\t\n])\p{Cc}/u;
/** In one line, tabs and line breaks are refused too. */
const CONTROLS_IN_LINE = /[\p{Cc}\u2028\u2029]/u;

const wellFormed = (text: string) => !/\p{Surrogate}/u.test(text);

/** Made by the client, so that the same write sent twice is the same as once. */
export const eventId = z.uuid("wrong");
export const id = z.uuid("wrong");

/** An address on this server, such as one to lead back to. */
export const ownPath = z.string().regex(/^\/(?![/\\])[^\\\s]*$/);

/**
 * Whose page sends it, where a browser keeps the work until it is stored: another account may have signed in
 * since. The gate refuses what is another's.
 */
export const personId = id.optional();

/** One line that may be empty. */
export function optionalLine(max: number) {
  return z
    .string("wrong")
    .trim()
    .max(max, "too_long")
    .refine((text) => !CONTROLS_IN_LINE.test(text) && wellFormed(text), "control_characters");
}

/** One line that says something. */
export function line(max: number) {
  return optionalLine(max).min(1, "required");
}

/** Text of several lines, stored with LF; it may be empty. */
export function prose(max: number) {
  return z
    .string("wrong")
    .transform((text) => text.replace(/\r\n?/g, "\n").trim())
    .refine((text) => text.length <= max, "too_long")
    .refine((text) => !CONTROLS.test(text) && wellFormed(text), "control_characters");
}

/** The new order of all rows of a list: each of them once. */
export const order = z
  .array(id)
  .max(2000, "too_long")
  .refine((ids) => new Set(ids).size === ids.length, "wrong");
