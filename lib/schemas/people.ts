import { z } from "zod";
import { ATTRIBUTE_KINDS, type AttributeKind, VALUE_LIMIT } from "@/lib/domain/people";
import type * as domain from "@/lib/domain/permission";
import { Permission } from "./coding";
import { eventId, id, line, optionalLine, order } from "./fields";
import { fileAnswer } from "./file-answer";

/** Whole numbers as a form gives them: text that may be blank. */
const whole = (max: number) =>
  z.coerce.number("not_a_number").int("not_a_number").min(1, "too_small").max(max, "too_big");

export const NUMBER_LIMIT = 100_000;
export const intervieweeNumber = whole(NUMBER_LIMIT);
export const minutes = whole(6000).nullable();
/** A calendar day without a time of day, so that no time zone can move it. */
export const day = z.iso.date("not_a_date").nullable();

/** The longest name of a sector and the longest position, in UTF-16 code units. */
export const SECTOR_LIMIT = 120;
export const POSITION_LIMIT = 300;
export const PERSON_NAME_LIMIT = 200;
/** People that one table may hold, and attributes that a study may have. */
export const TABLE_LIMIT = 2000;
export const ATTRIBUTES_LIMIT = 60;

const sectorName = line(SECTOR_LIMIT);
const position = optionalLine(POSITION_LIMIT);
const personName = optionalLine(PERSON_NAME_LIMIT);

export const AddSector = z.object({ eventId, studyId: id, id, name: sectorName });
export const RenameSector = z.object({ eventId, sectorId: id, base: z.string(), name: sectorName });
export const ReorderSectors = z.object({ eventId, studyId: id, ids: order });
export const DeleteSector = z.object({ eventId, sectorId: id });

export const IntervieweeFields = z.object({
  number: intervieweeNumber,
  sectorId: id,
  position,
  permission: Permission,
  /** Kept apart from everything else; blank where no name is kept. */
  name: personName,
});
export type IntervieweeFields = z.infer<typeof IntervieweeFields>;

export const AddInterviewee = z.object({ eventId, studyId: id, id, ...IntervieweeFields.shape });
export const EditInterviewee = z.object({
  eventId,
  intervieweeId: id,
  base: IntervieweeFields,
  wanted: IntervieweeFields,
});
export const DeleteInterviewee = z.object({ eventId, intervieweeId: id });

export const QuickRow = z.object({
  id,
  number: intervieweeNumber,
  /** By name: a sector that does not exist yet is made. */
  sectorId: id,
  sector: sectorName,
  position,
  interview: z.object({ id, date: day, minutes }).nullable(),
});
export type QuickRow = z.infer<typeof QuickRow>;
export const AddPeople = z.object({
  eventId,
  studyId: id,
  rows: z.array(QuickRow).min(1, "required").max(1000, "too_long"),
});

export const InterviewFields = z.object({
  date: day,
  minutes,
  interviewers: z.array(line(120)).max(20, "too_long"),
  mode: optionalLine(120),
  place: optionalLine(200),
  intervieweeIds: z.array(id).min(1, "required").max(50, "too_long"),
});
export type InterviewFields = z.infer<typeof InterviewFields>;

export const AddInterview = z.object({ eventId, studyId: id, id, ...InterviewFields.shape });
export const EditInterview = z.object({
  eventId,
  interviewId: id,
  base: InterviewFields,
  wanted: InterviewFields,
});
export const DeleteInterview = z.object({ eventId, interviewId: id });

const attributeName = line(120);
const attributeValue = optionalLine(VALUE_LIMIT);
const choiceList = z
  .array(line(VALUE_LIMIT))
  .max(100, "too_long")
  .refine((choices) => new Set(choices).size === choices.length, "twice");

const NewAttribute = z.object({
  id,
  name: attributeName,
  kind: z.enum(ATTRIBUTE_KINDS, "wrong"),
  /** Empty for the other kinds. */
  choices: choiceList,
});
export const AddAttribute = z.object({ eventId, studyId: id, ...NewAttribute.shape });
export const AttributeFields = z.object({ name: attributeName, choices: choiceList });
export type AttributeFields = z.infer<typeof AttributeFields>;
export const EditAttribute = z.object({
  eventId,
  attributeId: id,
  base: AttributeFields,
  wanted: AttributeFields,
});
export const DeleteAttribute = z.object({ eventId, attributeId: id });

/** By the attribute's id; blank where nothing is known. */
const Values = z.record(id, attributeValue);
export const SetValues = z.object({ eventId, intervieweeId: id, base: Values, wanted: Values });

const RowFields = z.object({
  sector: sectorName,
  position,
  /** Null where the table has no names. */
  name: personName.nullable(),
  values: Values,
});

/** A row of a table of people: somebody new, or changes of somebody, with what the person saw before. */
export const TableRow = z.object({
  /** Who is changed; the id of somebody new otherwise. */
  id,
  number: intervieweeNumber,
  /** Used if the sector has to be made. */
  sectorId: id,
  base: RowFields.partial().nullable(),
  wanted: RowFields.partial(),
});
export type TableRow = z.infer<typeof TableRow>;
export const ImportPeople = z.object({
  eventId,
  studyId: id,
  attributes: z.array(NewAttribute).max(ATTRIBUTES_LIMIT, "too_long"),
  rows: z.array(TableRow).min(1, "required").max(TABLE_LIMIT, "too_long"),
});

export const PeopleTableParams = z.object({ studyId: id, name: z.string().max(1000) });
/** The largest file of people, in bytes: a table of thousands with pictures of a letterhead. */
export const PEOPLE_FILE_LIMIT = 10 * 1024 * 1024;
/** What a file of people holds, before anything is said of its columns. */
const PeopleFile = z.object({ columns: z.array(z.string()), rows: z.array(z.array(z.string())) });
export type PeopleFile = z.infer<typeof PeopleFile>;
export const PeopleFileAnswer = fileAnswer(PeopleFile);

/** What the page of people shows. */
export interface SectorRow {
  id: string;
  name: string;
  interviewees: number;
}

export interface IntervieweeRow {
  id: string;
  number: number;
  sectorId: string;
  position: string;
  permission: domain.Permission;
  /** Null for those who may not see names. */
  name: string | null;
  /** By the attribute's id; only what is known. */
  values: Record<string, string>;
}

export interface AttributeRow {
  id: string;
  name: string;
  kind: AttributeKind;
  choices: string[];
}

export interface InterviewRow extends InterviewFields {
  id: string;
  transcripts: { id: string; title: string; language: string }[];
}

export interface People {
  studyId: string;
  may: { edit: boolean; seeNames: boolean; read: boolean; erase: boolean };
  sectors: SectorRow[];
  /** In the study's order. */
  attributes: AttributeRow[];
  interviewees: IntervieweeRow[];
  interviews: InterviewRow[];
}
