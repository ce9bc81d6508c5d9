import { createHash, randomUUID } from "node:crypto";
import { gzipSync } from "node:zlib";
import { NO_CHOICES } from "@/lib/domain/transcript";
import type { ImportChoices, UploadReading } from "@/lib/schemas/imports";
import { prisma } from "@/lib/server/db";

/** What a person might choose for a file, with what they say otherwise. */
export function importChoices(fields: Partial<ImportChoices> = {}): ImportChoices {
  return {
    title: "Brought in",
    language: null,
    encoding: null,
    reading: { ...NO_CHOICES, columns: null, joinTurns: false, keep: [] },
    kind: "interview",
    publisher: "",
    date: null,
    interviewId: null,
    interviewees: [],
    questions: true,
    passages: null,
    bothLanguages: false,
    pairWith: null,
    known: [],
    ...fields,
  };
}

/** A batch of a study with one file that has been read, and one that has become its transcript. */
export async function addBatch(studyId: string, createdById: string, transcriptId: string) {
  const [batchId, uploadId, storedUploadId] = [randomUUID(), randomUUID(), randomUUID()];
  const bytes = Buffer.from("聞き手：どうですか？\n協力者：はい。\n");
  const file = { size: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") };
  const reading: UploadReading = {
    reading: { kind: "lines", text: bytes.toString("utf8") },
    format: "text",
    encoding: "utf-8",
    confidence: 1,
    warnings: [],
    leftOut: [],
  };
  await prisma().importBatch.create({ data: { id: batchId, studyId, createdById } });
  await prisma().upload.create({
    data: {
      id: uploadId,
      batchId,
      position: 0,
      name: "1 佐藤.txt",
      status: "read",
      reading: gzipSync(JSON.stringify(reading)),
      chunks: { create: { ordinal: 0, data: bytes } },
      ...file,
    },
  });
  await prisma().upload.create({
    data: {
      id: storedUploadId,
      batchId,
      position: 1,
      name: "folder/2 鈴木.txt",
      status: "stored",
      transcriptId,
      chunks: { create: { ordinal: 0, data: bytes } },
      ...file,
    },
  });
  return { batchId, uploadId, storedUploadId };
}
