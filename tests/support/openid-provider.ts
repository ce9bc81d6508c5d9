import { generateKeyPairSync, randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { Provider } from "oidc-provider";

/** Somebody whom the provider knows. */
interface Known {
  readonly sub: string;
  readonly email: string;
  readonly verified: boolean;
}

export interface OpenIdProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What it was asked for, in order: the parameters of each request to sign somebody in. */
  readonly requests: readonly Readonly<Record<string, unknown>>[];
  stop(): Promise<void>;
}

/**
 * A real OpenID Connect provider in this process. Its page asks who you are, with a button for each person it
 * knows and one to turn back. It requires PKCE, and gives the address at its userinfo endpoint alone, as the
 * standard has it.
 */
export async function startOpenIdProvider(
  people: readonly Known[],
  redirectUri: string,
): Promise<OpenIdProvider> {
  const server = createServer();
  await once(server.listen(0, "127.0.0.1"), "listening");
  const issuer = addressOf(server);
  const clientId = "kikitori";
  const clientSecret = randomBytes(24).toString("base64url");
  const requests: Record<string, unknown>[] = [];
  const key = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({ format: "jwk" });
  const provider = new Provider(issuer, {
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [redirectUri] }],
    claims: { openid: ["sub"], email: ["email", "email_verified"] },
    cookies: { keys: [randomBytes(24).toString("base64url")] },
    jwks: { keys: [{ ...key, kty: "RSA", use: "sig", alg: "RS256" }] },
    ttl: { Interaction: 600, Grant: 600, Session: 600, AccessToken: 600, IdToken: 600 },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/people/${uid}` },
    findAccount: (_, sub) => {
      const known = people.find((person) => person.sub === sub);
      if (!known) return undefined;
      return {
        accountId: sub,
        claims: () => ({ sub, email: known.email.toUpperCase(), email_verified: known.verified }),
      };
    },
    // Whoever signs in has agreed that this client may know of it.
    async loadExistingGrant({ oidc }) {
      const grant = new provider.Grant({ clientId, accountId: oidc.session?.accountId });
      grant.addOIDCScope("openid email");
      await grant.save();
      return grant;
    },
  });
  const answer = provider.callback();
  server.on("request", (request, response) => {
    const person = new URL(request.url ?? "/", issuer).searchParams.get("as");
    if (!request.url?.startsWith("/people/")) void answer(request, response);
    else if (person === null) void ask(request, response);
    else void provider.interactionFinished(request, response, outcome(person));
  });

  async function ask(request: IncomingMessage, response: ServerResponse): Promise<void> {
    requests.push((await provider.interactionDetails(request, response)).params);
    response.setHeader("content-type", "text/html; charset=utf-8").end(page(people));
  }

  return {
    issuer,
    clientId,
    clientSecret,
    requests,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const outcome = (person: string) =>
  person === "" ? { error: "access_denied" } : { login: { accountId: person } };

const page = (people: readonly Known[]) => `<!doctype html><html lang="en"><title>Who are you?</title>
  <link rel="icon" href="data:,"><form>${people
    .map(({ sub }) => `<button name="as" value="${sub}">${sub}</button>`)
    .join("")}<button name="as" value="">Turn back</button></form></html>`;

function addressOf(server: Server): string {
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("the provider has no port");
  return `http://127.0.0.1:${address.port}`;
}
