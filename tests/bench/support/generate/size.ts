/** How much there is; words and codings are of each transcript. */
export interface Size {
  transcripts: number;
  words: number;
  codings: number;
  codes: number;
  /** Sectors, over which the interviewees are spread evenly. */
  groups: number;
  coders: number;
  /** How many codings lie on every word, beside those by chance: as many as there are coders at most. */
  layers?: number;
  /** One transcript in so many is Japanese; none where it is left out. */
  japanese?: number;
}
