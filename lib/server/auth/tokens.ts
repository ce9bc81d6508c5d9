import "server-only";
import { createHash, createHmac, randomBytes } from "node:crypto";
import { secret } from "@/lib/server/env";

/** A secret that a link carries. Only its hash is stored. */
export const newToken = () => randomBytes(32).toString("base64url");

export const hashToken = (token: string) => createHash("sha256").update(token).digest("hex");

/**
 * The token of an invitation, made from its id and this server's secret, so that a request to invite
 * which is sent twice is answered with the same link, though only the hash is stored.
 */
export const invitationToken = (invitationId: string) =>
  createHmac("sha256", secret()).update(`invitation:${invitationId}`).digest("base64url");
