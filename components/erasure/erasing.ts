/** The transcripts that this page erases itself: it says so itself, and is not led away before it has. */
export const erasing = new Set<string>();
