import type { UploadFacts, UploadRow, UploadStatus } from "@/lib/schemas/imports";

/** A file of a batch, on its way here or there already. */
export interface BatchFile {
  id: string;
  /** With the folders it lay in. */
  name: string;
  /** Bytes. */
  size: number;
  /** Before the server has it: waiting to be sent, being sent, or stopped on the way. */
  status: UploadStatus | "waiting" | "sending" | "refused";
  /** Bytes that are sent, where it is being sent. */
  sent: number;
  /** A key of the catalogue of errors. */
  problem: string | null;
  transcriptId: string | null;
  facts: UploadFacts | null;
}

export const ofRow = ([id, name, size, status, problem, transcriptId, facts]: UploadRow): BatchFile => ({
  id,
  name,
  size,
  status,
  sent: size,
  problem,
  transcriptId,
  facts,
});

const UNDER_WAY: readonly BatchFile["status"][] = [
  "waiting",
  "sending",
  "received",
  "reading",
  "chosen",
  "storing",
];

/** Whether something goes on with it without anybody's doing. */
export const isUnderWay = ({ status }: BatchFile) => UNDER_WAY.includes(status);

/** Whether it can be added: it was read, and adding it has not begun, or failed for what can be mended. */
export const isAddable = ({ status, facts }: BatchFile) =>
  status === "read" || (status === "failed" && facts !== null);

/** Whether it can be added without a look: it was read, and nothing of it is in doubt. */
export const isReady = ({ status, facts }: BatchFile) => status === "read" && facts?.look === false;

/** How far the files of a batch have come, in shares of a file: sent is a third, read two thirds, then ended. */
export function progressOf(files: readonly BatchFile[]): { done: number; total: number } {
  const counted = files.filter(({ status }) => status !== "cancelled");
  const share = ({ status, sent, size }: BatchFile) => {
    if (status === "waiting") return 0;
    if (status === "sending") return size === 0 ? 0 : (0.5 * sent) / size;
    return status === "received" || status === "reading" ? 0.5 : 1;
  };
  return { done: counted.reduce((sum, file) => sum + share(file), 0), total: counted.length };
}
