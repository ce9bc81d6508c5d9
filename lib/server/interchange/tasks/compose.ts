import "server-only";
import { randomUUID } from "node:crypto";
import { gunzipSync } from "node:zlib";
import { z } from "zod";
import { draftFault, parseReading, prepareDraft, type Reading } from "@/lib/domain/transcript";
import { ImportChoices, UploadReading } from "@/lib/schemas/imports";
import { PartnerJson, partnerOf } from "@/lib/schemas/partner";
import { draftFrom, partsOf } from "../compose";
import type { Composed, Drafted, Packed } from "../compose-safely";
import { packed } from "../packed";
import type { Perform } from ".";

const About = z.object({
  choices: ImportChoices,
  guide: z.array(z.object({ id: z.string(), key: z.string(), text: z.string() })),
  alone: z.string().nullable(),
  partner: PartnerJson.nullable(),
});

export const compose: Perform = async (about, bytes, give): Promise<Composed> => {
  const { partner, ...composing } = About.parse(about);
  const found = partsOf(unpacked(bytes), composing, partner && partnerOf(partner));
  for (const { draft } of found) {
    const fault = draftFault(draft);
    if (fault) return { ok: false, fault };
  }
  const parts: Extract<Composed, { ok: true }>["parts"] = [];
  for (const [part, { draft, language, partner: other }] of found.entries()) {
    const { head, rows } = prepareDraft(draft, { language, partner: other, newId: randomUUID });
    for (const { kind, json } of rows) await give({ part, kind, packed: packed(json) } satisfies Packed);
    parts.push({ head, language });
  }
  return { ok: true, parts };
};

export const draft: Perform = async (about, bytes): Promise<Drafted> => {
  const { choices, ...study } = About.parse(about);
  const made = draftFrom(parseReading(unpacked(bytes), choices.reading), { choices, ...study });
  const fault = draftFault(made);
  return fault ? { ok: false, fault } : { ok: true, draft: made };
};

const unpacked = (bytes: Uint8Array): Reading =>
  UploadReading.parse(JSON.parse(gunzipSync(bytes).toString("utf8"))).reading;
