/** How long what was deleted can be brought back, in days; afterwards it is gone for good. All that says or does so asks here. */
export const DELETED_DAYS = 90;
