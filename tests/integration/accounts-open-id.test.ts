import { afterEach, beforeEach, expect, test } from "vitest";
import { openId } from "@/lib/server/auth/open-id";
import { truncateAll } from "@/tests/support/database";
import { addPerson, type Person } from "@/tests/support/fixture";

const PROVIDER = { issuer: "https://id.example.org", clientId: "id", clientSecret: "secret", name: "Ours" };

let person: Person;
beforeEach(async () => {
  person = await addPerson("Mori");
});
afterEach(truncateAll);

/** Who somebody is whose provider says this of their address. */
async function signedIn(trustEmail: boolean, email_verified?: boolean) {
  const profile = { sub: "1", email: person.email, email_verified };
  return openId({ ...PROVIDER, trustEmail }).profile(profile, {});
}

test.each([
  [false, true, true],
  [false, undefined, false],
  [false, false, false],
  [true, true, true],
  [true, undefined, true],
  [true, false, false],
])("trusting %s an address that is verified %s: %s", async (trusting, verified, accepted) => {
  expect(await signedIn(trusting, verified)).toMatchObject(
    accepted ? { claim: { userId: person.userId } } : { refusal: "unverified" },
  );
});
