export {
  type CodingEvent,
  type Counts,
  countRestore,
  planRestore,
  type RestoreCounts,
  rowsAt,
} from "./codings";
export { type Difference, differences, type Facts, factsOf } from "./facts";
export { type Forgetting, forget, isMark, MARKS } from "./forget";
export { IN_TEXT, type InText, inText } from "./in-text";
export { type Handing, leftAlone, type Place } from "./left-alone";
export {
  changesOf,
  FIELDS,
  type Fields,
  isRecord,
  type RowChange,
  type StoredEvent,
  TABLES,
  type Table,
  type Value,
} from "./rows";
export { nextRedo, nextUndo, type Stacks, type Step, stacksOf } from "./steps";
export { type Conflict, planUndo, same, type UndoPlan } from "./undo";
