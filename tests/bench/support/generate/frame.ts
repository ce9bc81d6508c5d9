import { randomUUID } from "node:crypto";
import type { Size } from "./size";
import type { Tables } from "./tables";

const CLUSTERS = 6;
const QUESTIONS = 3;
const CHILDREN = 4;

/** What all transcripts of a study share. */
export interface Frame {
  studyId: string;
  ownerId: string;
  coderIds: string[];
  sectorIds: string[];
  clusterIds: string[];
  questionIds: string[];
  codeIds: string[];
}

/** The study with its people's groups, its guide and its codebook: one code in five is above four others. */
export function frameOf(size: Size, tables: Tables): Frame {
  const studyId = randomUUID();
  const title = `${size.transcripts} transcripts of ${size.words} words, ${size.codings} codings each`;
  tables.add("Study", { id: studyId, title, codebookStudyId: studyId, guideStudyId: studyId });
  const person = (name: string, role: string) => {
    const id = randomUUID();
    tables.add("User", { id, email: `${id}@example.org`, name });
    tables.add("Membership", { studyId, userId: id, role });
    return id;
  };
  const ownerId = person("Owner", "owner");
  const coderIds = Array.from({ length: size.coders }, (_, index) => person(`Coder ${index + 1}`, "coder"));
  const sectorIds = Array.from({ length: size.groups }, (_, position) => {
    const id = randomUUID();
    tables.add("Sector", { id, studyId, name: `Group ${position + 1}`, position });
    return id;
  });
  return {
    studyId,
    ownerId,
    coderIds,
    sectorIds,
    ...addGuide(studyId, tables),
    codeIds: addCodes(studyId, size.codes, tables),
  };
}

function addGuide(studyId: string, tables: Tables): Pick<Frame, "clusterIds" | "questionIds"> {
  const clusterIds: string[] = [];
  const questionIds = Array.from({ length: CLUSTERS }, (_, cluster) => {
    const clusterId = randomUUID();
    clusterIds.push(clusterId);
    tables.add("Cluster", {
      id: clusterId,
      studyId,
      key: `${cluster + 1}`,
      title: `Cluster ${cluster + 1}`,
      position: cluster,
    });
    return Array.from({ length: QUESTIONS }, (_, position) => {
      const id = randomUUID();
      const key = `${cluster + 1}.${position + 1}`;
      tables.add("Question", { id, clusterId, key, text: `Question ${key}?`, position });
      return id;
    });
  }).flat();
  return { clusterIds, questionIds };
}

function addCodes(studyId: string, count: number, tables: Tables): string[] {
  let parentId: string | null = null;
  return Array.from({ length: count }, (_, position) => {
    const id = randomUUID();
    const above = position % (CHILDREN + 1) === 0 ? null : parentId;
    tables.add("Code", {
      id,
      studyId,
      parentId: above,
      name: `Code ${position + 1}`,
      hue: position % 6,
      definition: `What code ${position + 1} stands for.`,
      shortcut: position < 9 ? `${position + 1}` : null,
      position,
    });
    parentId = above ?? id;
    return id;
  });
}
