import "server-only";

export { cancelUploads, openBatch } from "./batch";
export { addUploads, keepBatchChoices, keepChoices, readAgain, replaceText } from "./choose";
export { claim, type Job } from "./jobs/lease";
export type { ReadFile } from "./jobs/read";
export { readFile } from "./jobs/read-file";
export { storeUpload } from "./jobs/store";
export { Worker, type WorkerOptions } from "./jobs/worker";
export { receiveUpload, type SentFile } from "./receive";
