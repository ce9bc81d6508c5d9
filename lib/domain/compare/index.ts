export { type Amount, type Length, NOTHING } from "./amount";
export { decodeDigest, encodeDigest } from "./codec";
export { type Digest, type DigestRow, digest, type Occurrence, type TalkRow } from "./digest";
export { type Group, type Grouping, grouping, inGroup, NOT_STATED } from "./group";
export {
  type Cell,
  type Figure,
  type Matrix,
  type MatrixColumn,
  type MatrixInput,
  type MatrixRow,
  matrix,
  SMALL_GROUP,
  type Variant,
} from "./matrix";
export { questionFinder } from "./question";
export { type ReportSentence, reportSentence } from "./sentence";
export {
  DENOMINATORS,
  type Denominator,
  type DenominatorName,
  denominatorsOf,
  type Share,
  share,
} from "./share";
export type {
  CountedPassage,
  CountedSegment,
  CountedSource,
  CountedTranscript,
  CountedTurn,
  Filter,
  PassageStatus,
  Stance,
} from "./source";
export { type CodingFacts, codingFacts, type ReadDigests, readDigests } from "./tally";
export type { ZeroReason } from "./zero";
