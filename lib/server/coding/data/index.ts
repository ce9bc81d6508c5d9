export { readerFrame } from "./frame";
export { codingsOf } from "./payload";
export { CODING, type Prepared, prepare, SEGMENT } from "./view";
