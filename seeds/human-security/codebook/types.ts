/** A code of the sample's codebook, with those below it. */
export interface SampleCode {
  name: string;
  /** Index into the palette of six hues. */
  hue: 0 | 1 | 2 | 3 | 4 | 5;
  shortcut?: string;
  definition: string;
  whenToUse: string;
  whenNotToUse: string;
  example: string;
  counterExample: string;
  children?: SampleCode[];
}
