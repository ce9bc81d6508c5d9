export { readerFrame } from "./frame";
export { codingsPayload, codingsTag } from "./payload";
export { CODING, type Prepared, prepare, SEGMENT } from "./view";
