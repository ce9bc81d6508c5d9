import { z } from "zod";
import { id, line, ownPath } from "./fields";

/** The shortest password, in characters. Length is what makes guessing hard, so nothing else is asked for. */
export const PASSWORD_MIN = 12;
/** Long enough for any sentence; hashing a book would only cost the server time. */
const PASSWORD_MAX = 256;

/** Addresses are one whatever their case. */
export const email = z
  .string("wrong")
  .trim()
  .toLowerCase()
  .max(254, "too_long")
  .pipe(z.email("not_an_email"));

/** A password that is being chosen. Characters are counted, not code units. */
export const newPassword = z
  .string("required")
  .refine((password) => [...password].length >= PASSWORD_MIN, "too_short")
  .refine((password) => password.length <= PASSWORD_MAX, "too_long")
  .refine((password) => new Set(password).size > 2, "too_simple");

/** A password that is being tried. */
const password = z.string("required").min(1, "required").max(PASSWORD_MAX, "wrong");

const name = line(100);
/** Of a link: 32 random bytes in base64url. */
const token = z.string().regex(/^[\w-]{43}$/, "wrong");

export const SignIn = z.object({ email, password });
export const SampleSignIn = z.object({ userId: id });

export const SetUp = z.object({ token, email, name, password: newPassword });
/** Any token, so that a link which was cut short gets an answer too: it is not open. */
const anyToken = z.string().max(1000);

export const SetUpLink = z.object({ token: anyToken });

/** Of an invitation, by somebody who has no account yet; the address is the invitation's. */
export const AcceptAsNew = z.object({ token, name, password: newPassword });
/** Of an invitation, by the signed-in account of its address. */
export const AcceptAsMember = z.object({ token });
export const InvitationLink = z.object({ token: anyToken });

export const ChangePassword = z.object({ current: password, password: newPassword });
export const DisableOwnAccount = z.object({ current: password });
export const AccountRef = z.object({ userId: id });

/** What next-auth says where the provider refused, was not there, or answered to something else. */
const OF_THE_PROVIDER = new Set(["OAuthSignin", "OAuthCallback", "Callback", "AccessDenied"]);

/** Why a sign-in was refused, as the address of the sign-in page says it. */
export const SignInReason = z
  .string()
  .transform((text) => text.split(":"))
  .transform(([reason = "", seconds]) => {
    if (reason === "rate_limited") return { reason, seconds: Number(seconds) || 0 } as const;
    if (reason === "no_account" || reason === "unverified") return { reason } as const;
    if (reason === "CredentialsSignin") return { reason: "wrong" } as const;
    return { reason: OF_THE_PROVIDER.has(reason) ? "provider" : "failed" } as const;
  });
export type SignInReason = z.infer<typeof SignInReason>;

/** Where to go after signing in: a path of this server and nowhere else, whatever the address claims. */
export const ReturnPath = ownPath.catch("/studies");
