import "server-only";

export { addAttribute, deleteAttribute, editAttribute, setValues } from "./attributes";
export { addInterviewee, addPeople, deleteInterviewee, editInterviewee } from "./interviewees";
export {
  addInterview,
  addPlannedInterviews,
  deleteInterview,
  editInterview,
} from "./interviews";
export { addSector, deleteSector, insertSector, renameSector, reorderSectors } from "./sectors";
export { importPeople } from "./table";
