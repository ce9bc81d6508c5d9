import "server-only";
import { hash, verify } from "@node-rs/argon2";

/** Argon2id (the library's default) at 19 MiB and two passes: OWASP's minimum, some 40 ms on a small server. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** One password is one whatever keyboard wrote it: full-width letters, composed or combining accents. */
const canonical = (password: string) => password.normalize("NFKC");

export function hashPassword(password: string): Promise<string> {
  return hash(canonical(password), COST);
}

let decoy: Promise<string> | undefined;

/**
 * Whether the password fits. Where there is no hash, the same work is done on a decoy, so that the time
 * of the answer does not tell whether the account exists.
 */
export async function passwordFits(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword(crypto.randomUUID());
  const fits = await verify(stored ?? (await decoy), canonical(password));
  return stored !== null && fits;
}
