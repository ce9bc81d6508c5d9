import { auth } from "./auth";
import { codebook } from "./codebook";
import { common } from "./common";
import { compare } from "./compare";
import { drafts } from "./drafts";
import { erasure } from "./erasure";
import { errors } from "./errors";
import { excerpts } from "./excerpts";
import type { formats } from "./formats";
import { gestures } from "./gestures";
import { guide } from "./guide";
import { history } from "./history";
import { imports } from "./imports";
import { live } from "./live";
import { memos } from "./memos";
import { pairs } from "./pairs";
import { passages } from "./passages";
import { people } from "./people";
import { reader } from "./reader";
import { reading } from "./reading";
import { revisions } from "./revisions";
import { rounds } from "./rounds";
import { search } from "./search";
import { shell } from "./shell";
import { studies } from "./studies";
import { transcripts } from "./transcripts";
import { work } from "./work";

/** The languages of the interface; those of transcripts are any. */
export const LOCALES = ["en", "ja"] as const;
export type Locale = (typeof LOCALES)[number];

/** Every text that a person sees, by feature. */
export const catalogue = {
  auth,
  codebook,
  common,
  compare,
  drafts,
  erasure,
  errors,
  excerpts,
  gestures,
  reader,
  reading,
  guide,
  history,
  imports,
  memos,
  live,
  pairs,
  passages,
  people,
  revisions,
  rounds,
  search,
  shell,
  studies,
  transcripts,
  work,
} as const;

export type Feature = keyof typeof catalogue;

/** The catalogue in one language. English stands for the shape of both. */
export type Catalogue = { readonly [F in Feature]: (typeof catalogue)[F]["en"] };

const byLocale = Object.fromEntries(
  LOCALES.map((locale) => [
    locale,
    Object.fromEntries(Object.entries(catalogue).map(([feature, words]) => [feature, words[locale]])),
  ]),
);

/**
 * The words in one language. The cast is sound because the unit test holds both languages to the
 * same keys and the same arguments.
 */
export function messagesFor(locale: Locale): Catalogue {
  return byLocale[locale] as unknown as Catalogue;
}

export function isLocale(value: string | undefined): value is Locale {
  return (LOCALES as readonly (string | undefined)[]).includes(value);
}

declare module "use-intl/core" {
  interface AppConfig {
    Locale: Locale;
    Messages: Catalogue;
    Formats: typeof formats;
  }
}
