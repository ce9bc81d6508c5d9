import "server-only";

export { addInterviewee, addPeople, deleteInterviewee, editInterviewee } from "./interviewees";
export { addInterview, deleteInterview, editInterview, insertInterview } from "./interviews";
export { addSector, deleteSector, insertSector, renameSector, reorderSectors } from "./sectors";
