import type { Permission } from "./order";

/** A quotation with everything known of who said it. `name` is null where it is not known or not loaded. */
export type Quotable = {
  permission: Permission;
  intervieweeNumber: number;
  sector: string;
  name: string | null;
};

/** What may be shown: whether the words may be quoted, and each sign of the person, or null if it stays in. */
export type Citation = {
  quote: boolean;
  number: number | null;
  sector: string | null;
  name: string | null;
};

/** What a permission lets out of a quotation. The permission is the one that applies: see `permissionOf`. */
export function citation({ permission, intervieweeNumber, sector, name }: Quotable): Citation {
  switch (permission) {
    case "named":
      return { quote: true, number: intervieweeNumber, sector, name };
    case "number":
      return { quote: true, number: intervieweeNumber, sector, name: null };
    case "sector":
      return { quote: true, number: null, sector, name: null };
    case "paraphrase":
      return { quote: false, number: null, sector, name: null };
    case "withheld":
      return { quote: false, number: null, sector: null, name: null };
  }
}

/** Whether words with this permission may be quoted, of whomever they are. */
export function mayQuote(permission: Permission): boolean {
  return citation({ permission, intervieweeNumber: 0, sector: "", name: null }).quote;
}
