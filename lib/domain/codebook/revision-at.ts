/**
 * The number of the last of a codebook's revisions before a moment, which is how the codebook was then; 0 where
 * there was none yet. The revisions come newest first.
 */
export function revisionAt(revisions: readonly { number: number; at: Date }[], moment: Date): number {
  return revisions.find(({ at }) => at < moment)?.number ?? 0;
}
