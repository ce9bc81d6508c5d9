import { z } from "zod";
import type * as domain from "@/lib/domain/permission";
import { Permission } from "./coding";
import { eventId, id, line, optionalLine, order } from "./fields";

/** Whole numbers as a form gives them: text that may be blank. */
const whole = (max: number) =>
  z.coerce.number("not_a_number").int("not_a_number").min(1, "too_small").max(max, "too_big");

export const intervieweeNumber = whole(100_000);
export const minutes = whole(6000).nullable();
/** A calendar day without a time of day, so that no time zone can move it. */
export const day = z.iso.date("not_a_date").nullable();

/** The longest name of a sector and the longest position, in UTF-16 code units. */
export const SECTOR_LIMIT = 120;
export const POSITION_LIMIT = 300;

const sectorName = line(SECTOR_LIMIT);
const position = optionalLine(POSITION_LIMIT);
const personName = optionalLine(200);

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
}

export interface InterviewRow extends InterviewFields {
  id: string;
  transcripts: { id: string; title: string; language: string }[];
}

export interface People {
  studyId: string;
  may: { edit: boolean; seeNames: boolean; read: boolean };
  sectors: SectorRow[];
  interviewees: IntervieweeRow[];
  interviews: InterviewRow[];
}
