import { randomUUID } from "node:crypto";
import { type AccessTable, inStudy } from "@/tests/support/access";

const eventId = () => randomUUID();
const code = {
  name: "Dignity",
  hue: 1,
  definition: "",
  whenToUse: "",
  whenNotToUse: "",
  example: "",
  counterExample: "",
  shortcut: null,
};

export const table: AccessTable = {
  "loaders.loadCodebook": inStudy("study.view", ({ a }) => ({ studyId: a.studyId })),
  "actions.addCodes": inStudy("codebook.edit", ({ a }) => ({
    eventId: eventId(),
    studyId: a.studyId,
    codes: [{ id: randomUUID(), parentId: a.codeId, name: "New", hue: 3 }],
  })),
  "actions.editCode": inStudy("codebook.edit", ({ a }) => ({
    eventId: eventId(),
    codeId: a.spareCodeId,
    base: code,
    wanted: { ...code, hue: 4 },
    reason: "",
  })),
  "actions.moveCode": inStudy("codebook.edit", ({ a }) => ({
    eventId: eventId(),
    codeId: a.spareCodeId,
    parentId: a.codeId,
    index: 0,
    reason: "A kind of it",
  })),
  "actions.retireCode": inStudy("codebook.edit", ({ a }) => ({
    eventId: eventId(),
    codeId: a.spareCodeId,
    reason: "Not used",
  })),
  "actions.restoreCode": inStudy("codebook.edit", ({ a }) => ({
    eventId: eventId(),
    codeId: a.retiredCodeId,
  })),
};
