/** The five steps of how a quotation may be cited, mildest first. Each lets out no more than the one before. */
export const PERMISSIONS = ["named", "number", "sector", "paraphrase", "withheld"] as const;

/** How a quotation may be cited. */
export type Permission = (typeof PERMISSIONS)[number];

/** Whether a word from outside is one of the five. */
export function isPermission(value: unknown): value is Permission {
  return PERMISSIONS.some((permission) => permission === value);
}

/** The one of two permissions that lets out less. */
export function stricter(a: Permission, b: Permission): Permission {
  return PERMISSIONS.indexOf(a) >= PERMISSIONS.indexOf(b) ? a : b;
}

/**
 * What applies to one quotation: the stricter of every interviewee's default and of its own, where it has
 * one. Without any interviewee and without its own, nobody has permitted anything: withheld.
 */
export function permissionOf(defaults: readonly Permission[], own: Permission | null): Permission {
  const all = own === null ? defaults : [...defaults, own];
  const [first, ...rest] = all;
  return first === undefined ? "withheld" : rest.reduce(stricter, first);
}
