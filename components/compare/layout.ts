/** The column of names. It gives way on narrow screens, where two columns should fit beside it. */
export const NAME_COLUMN = "sticky left-0 w-40 min-w-40 max-w-40 sm:w-64 sm:min-w-64 sm:max-w-64";
