/** Why a search was not answered: it takes too long on a text, or anything else. */
export type Failure = "failed" | "slow";

class Refused extends Error {
  constructor(readonly failure: Failure) {
    super(failure);
  }
}

export async function ask(address: string, signal: AbortSignal): Promise<unknown> {
  const response = await fetch(address, { signal });
  if (!response.ok) throw new Refused(response.status === 413 ? "slow" : "failed");
  return response.json();
}

export const failureOf = (error: unknown): Failure => (error instanceof Refused ? error.failure : "failed");
