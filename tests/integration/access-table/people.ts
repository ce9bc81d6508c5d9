import { randomUUID } from "node:crypto";
import { type AccessTable, inStudy } from "@/tests/support/access";
import type { StudyFixture } from "@/tests/support/fixture";

const ids = () => ({ eventId: randomUUID(), id: randomUUID() });
const person = (a: StudyFixture) => ({
  number: 2,
  sectorId: a.sectorId,
  position: "",
  permission: "number",
  name: "",
});
const interview = (a: StudyFixture) => ({
  date: null,
  minutes: null,
  interviewers: ["A"],
  mode: "",
  place: "",
  intervieweeIds: [a.intervieweeId],
});

export const table: AccessTable = {
  "loaders.loadPeople": inStudy("people.view", ({ a }) => ({ studyId: a.studyId })),
  "actions.addSector": inStudy("people.edit", ({ a }) => ({
    ...ids(),
    studyId: a.studyId,
    name: "Citizens",
  })),
  "actions.renameSector": inStudy("people.edit", ({ a }) => ({
    ...ids(),
    sectorId: a.sectorId,
    base: "NGO",
    name: "NPO",
  })),
  "actions.reorderSectors": inStudy("people.edit", ({ a }) => ({
    ...ids(),
    studyId: a.studyId,
    ids: [a.spareSectorId, a.sectorId],
  })),
  "actions.deleteSector": inStudy("people.edit", ({ a }) => ({ ...ids(), sectorId: a.spareSectorId })),
  "actions.addInterviewee": inStudy("people.edit", ({ a }) => ({
    ...ids(),
    studyId: a.studyId,
    ...person(a),
    number: 3,
  })),
  "actions.addPeople": inStudy("people.edit", ({ a }) => ({
    eventId: randomUUID(),
    studyId: a.studyId,
    rows: [
      { id: randomUUID(), number: 3, sectorId: randomUUID(), sector: "New", position: "", interview: null },
    ],
  })),
  "actions.editInterviewee": inStudy("people.edit", ({ a }) => ({
    ...ids(),
    intervieweeId: a.spareIntervieweeId,
    base: person(a),
    wanted: { ...person(a), position: "Chair" },
  })),
  "actions.deleteInterviewee": inStudy("people.edit", ({ a }) => ({
    ...ids(),
    intervieweeId: a.spareIntervieweeId,
  })),
  "actions.addInterview": inStudy("people.edit", ({ a }) => ({
    ...ids(),
    studyId: a.studyId,
    ...interview(a),
  })),
  "actions.editInterview": inStudy("people.edit", ({ a }) => ({
    ...ids(),
    interviewId: a.spareInterviewId,
    base: interview(a),
    wanted: { ...interview(a), minutes: 60 },
  })),
  "actions.deleteInterview": inStudy("people.edit", ({ a }) => ({
    ...ids(),
    interviewId: a.spareInterviewId,
  })),
  "actions.addAttribute": inStudy("people.edit", ({ a }) => ({
    ...ids(),
    studyId: a.studyId,
    name: "Born",
    kind: "date",
    choices: [],
  })),
  "actions.editAttribute": inStudy("people.edit", ({ a }) => ({
    ...ids(),
    attributeId: a.attributeId,
    base: { name: "Country", choices: ["Japan", "Korea"] },
    wanted: { name: "Nation", choices: ["Japan", "Korea", "Italy"] },
  })),
  "actions.deleteAttribute": inStudy("people.edit", ({ a }) => ({ ...ids(), attributeId: a.attributeId })),
  "actions.setValues": inStudy("people.edit", ({ a }) => ({
    ...ids(),
    intervieweeId: a.intervieweeId,
    base: { [a.attributeId]: "Japan" },
    wanted: { [a.attributeId]: "Korea" },
  })),
  "actions.importPeople": inStudy("people.edit", ({ a }) => ({
    eventId: randomUUID(),
    studyId: a.studyId,
    attributes: [],
    rows: [
      {
        id: randomUUID(),
        number: 9,
        sectorId: randomUUID(),
        base: null,
        wanted: { sector: "New", position: "", name: "Somebody" },
      },
    ],
  })),
  "POST studies/[studyId]/people/table": inStudy("people.edit", ({ a }) => ({
    params: { studyId: a.studyId },
    query: { name: "people.csv" },
    body: "number,sector\n9,New\n",
  })),
};
