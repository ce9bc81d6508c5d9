/** The longest memo, in UTF-16 code units: some ten pages. */
export const MEMO_LIMIT = 20_000;
/** Most codes applied by one operation: more than any codebook page shows. */
export const CODES_LIMIT = 40;
/** Most operations in one batch of the outbox. */
export const BATCH_LIMIT = 200;
