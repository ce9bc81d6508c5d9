export { byteRange } from "./byte-range";
export { kindOfRecording, RECORDING_KINDS, type RecordingKind } from "./kind";
export {
  type HeardStretch,
  heardOf,
  type Point,
  placeAt,
  stretchAt,
  type Timeline,
  timeAt,
  timelineOf,
} from "./timeline";
