export {
  ATTRIBUTE_KINDS,
  type AttributeKind,
  type AttributeType,
  type CanonicalValue,
  canonicalValue,
  guessType,
  VALUE_LIMIT,
} from "./attribute";
export {
  COLUMN_USES,
  type ColumnChoice,
  type ColumnUse,
  guessColumns,
  isFileHeading,
  type PeopleTable,
} from "./columns";
export { type FileMatch, type Matchable, matchFiles } from "./match";
export {
  type KnownAttribute,
  type KnownPerson,
  type PeoplePlan,
  type PlannedAttribute,
  type PlannedField,
  type PlannedRow,
  planPeople,
  type RowProblem,
} from "./plan";
