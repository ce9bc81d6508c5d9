export { canMove } from "./move";
export { isPathSafe, joinPath, PATH_SEPARATOR, parsePath, pathOf, shownPath } from "./path";
export { type SimilarName, similarNames } from "./similar";
export { ancestors, buildTree, type CodeNode, descendants, flatten, type Tree } from "./tree";
