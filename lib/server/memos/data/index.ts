import "server-only";

export { countThreads, memoAuthors } from "./counts";
export { linkedSegments } from "./links";
export { memoThreads } from "./list";
export { sightOf, visibleThreads } from "./visible";
