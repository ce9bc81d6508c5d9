/** Words that stand wherever somebody's words can stand, and nowhere else. */
export const SECRET = "kotobax7q";
export const SECRET_JA = "ひみつばなし";
export const BOTH = `${SECRET} ${SECRET_JA}`;
