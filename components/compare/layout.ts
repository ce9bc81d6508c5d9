/** The column of names. It gives way on narrow screens, where two columns should fit beside it. */
export const NAME_COLUMN = "sticky left-0 w-42 min-w-42 max-w-42 sm:w-64 sm:min-w-64 sm:max-w-64";
