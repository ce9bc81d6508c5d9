export {
  ATTRIBUTE_KINDS,
  type AttributeKind,
  type AttributeType,
  type CanonicalValue,
  canonicalValue,
  guessType,
  VALUE_LIMIT,
} from "./attribute";
export { type FileMatch, type Matchable, matchFiles } from "./match";
