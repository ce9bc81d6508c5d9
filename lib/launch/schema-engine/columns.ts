import { type ColumnType, ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import pg from "pg";

const Type = ColumnTypeEnum;

/** PostgreSQL's object numbers of the types in its catalogue, which is all that the engine reads. */
const COLUMN_TYPES: Readonly<Record<number, ColumnType>> = {
  16: Type.Boolean,
  17: Type.Bytes,
  18: Type.Character, // "char", the one-byte type of the catalogue
  19: Type.Text, // name
  20: Type.Int64,
  21: Type.Int32,
  23: Type.Int32,
  25: Type.Text,
  26: Type.Int64, // oid
  114: Type.Json,
  700: Type.Float,
  701: Type.Double,
  1042: Type.Text,
  1043: Type.Text,
  1082: Type.Date,
  1083: Type.Time,
  1114: Type.DateTime,
  1184: Type.DateTime,
  1700: Type.Numeric,
  2950: Type.Uuid,
  3802: Type.Json,
  1000: Type.BooleanArray,
  1002: Type.CharacterArray,
  1003: Type.TextArray,
  1005: Type.Int32Array,
  1007: Type.Int32Array,
  1009: Type.TextArray,
  1015: Type.TextArray,
  1016: Type.Int64Array,
  1028: Type.Int64Array,
};

export function columnType(typeId: number): ColumnType {
  return COLUMN_TYPES[typeId] ?? Type.Text;
}

const TEXT_ARRAY: number = 1009;
const asItIs = (value: string) => value;

/** Where the engine wants another value than `pg` makes of the text that PostgreSQL sends. */
const PARSERS: Readonly<Record<number, (value: string) => unknown>> = {
  18: (value) => value || "\0",
  20: asItIs,
  114: asItIs,
  1003: (value) => pg.types.getTypeParser(TEXT_ARRAY, "text")(value),
  1082: asItIs,
  1083: asItIs,
  1114: (value) => `${value.replace(" ", "T")}+00:00`,
  1184: (value) => value.replace(" ", "T").replace(/[+-]\d{2}(:\d{2})?$/, "+00:00"),
  1700: asItIs,
  3802: asItIs,
};

export const columnParsers: pg.CustomTypesConfig = {
  getTypeParser: (typeId: number, format?: "text" | "binary") =>
    PARSERS[typeId] ?? pg.types.getTypeParser(typeId, format),
};
