export { MEMO_LIMIT } from "@/lib/domain/coding";

/** Most codes applied by one operation: more than any codebook page shows. */
export const CODES_LIMIT = 40;
/** Most operations in one batch of the outbox. */
export const BATCH_LIMIT = 200;
/** Most codes on a segment that is split, and most segments that are united at once. */
export const RESHAPED_LIMIT = 400;
