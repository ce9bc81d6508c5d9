"use server";

import {
  AddAttribute,
  AddInterview,
  AddInterviewee,
  AddPeople,
  AddSector,
  DeleteAttribute,
  DeleteInterview,
  DeleteInterviewee,
  DeleteSector,
  EditAttribute,
  EditInterview,
  EditInterviewee,
  ImportPeople,
  RenameSector,
  ReorderSectors,
  SetValues,
} from "@/lib/schemas/people";
import { defineAction } from "@/lib/server/access/define-action";
import { scopeOf } from "@/lib/server/access/gate";
import * as mutations from "./mutations";

export const addSector = defineAction({
  input: AddSector,
  scope: ({ studyId }) => scopeOf("study", studyId, "people.edit"),
  run: mutations.addSector,
});

export const renameSector = defineAction({
  input: RenameSector,
  scope: ({ sectorId }) => scopeOf("sector", sectorId, "people.edit"),
  run: mutations.renameSector,
});

export const reorderSectors = defineAction({
  input: ReorderSectors,
  scope: ({ studyId }) => scopeOf("study", studyId, "people.edit"),
  run: mutations.reorderSectors,
});

export const deleteSector = defineAction({
  input: DeleteSector,
  scope: ({ sectorId }) => scopeOf("sector", sectorId, "people.edit"),
  run: mutations.deleteSector,
});

export const addInterviewee = defineAction({
  input: AddInterviewee,
  scope: ({ studyId }) => scopeOf("study", studyId, "people.edit"),
  run: mutations.addInterviewee,
});

export const addPeople = defineAction({
  input: AddPeople,
  scope: ({ studyId }) => scopeOf("study", studyId, "people.edit"),
  run: mutations.addPeople,
});

export const editInterviewee = defineAction({
  input: EditInterviewee,
  scope: ({ intervieweeId }) => scopeOf("interviewee", intervieweeId, "people.edit"),
  run: mutations.editInterviewee,
});

export const deleteInterviewee = defineAction({
  input: DeleteInterviewee,
  scope: ({ intervieweeId }) => scopeOf("interviewee", intervieweeId, "people.edit"),
  run: mutations.deleteInterviewee,
});

export const addInterview = defineAction({
  input: AddInterview,
  scope: ({ studyId }) => scopeOf("study", studyId, "people.edit"),
  run: mutations.addInterview,
});

export const editInterview = defineAction({
  input: EditInterview,
  scope: ({ interviewId }) => scopeOf("interview", interviewId, "people.edit"),
  run: mutations.editInterview,
});

export const deleteInterview = defineAction({
  input: DeleteInterview,
  scope: ({ interviewId }) => scopeOf("interview", interviewId, "people.edit"),
  run: mutations.deleteInterview,
});

export const addAttribute = defineAction({
  input: AddAttribute,
  scope: ({ studyId }) => scopeOf("study", studyId, "people.edit"),
  run: mutations.addAttribute,
});

export const editAttribute = defineAction({
  input: EditAttribute,
  scope: ({ attributeId }) => scopeOf("attribute", attributeId, "people.edit"),
  run: mutations.editAttribute,
});

export const deleteAttribute = defineAction({
  input: DeleteAttribute,
  scope: ({ attributeId }) => scopeOf("attribute", attributeId, "people.edit"),
  run: mutations.deleteAttribute,
});

export const setValues = defineAction({
  input: SetValues,
  scope: ({ intervieweeId }) => scopeOf("interviewee", intervieweeId, "people.edit"),
  run: mutations.setValues,
});

export const importPeople = defineAction({
  input: ImportPeople,
  scope: ({ studyId }) => scopeOf("study", studyId, "people.edit"),
  run: mutations.importPeople,
});
