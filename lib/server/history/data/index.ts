import "server-only";

export { historyActors } from "./choices";
export { historyPage } from "./list";
export { type OwnStep, stepsInText, stepsOutsideTexts } from "./own-steps";
export { visibleEvents } from "./sight";
export { stayingOf } from "./staying";
export { type Way, wayBack } from "./undoable";
