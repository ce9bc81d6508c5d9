export { readerFrame } from "./frame";
export { codingsOf, codingsWithin } from "./payload";
export { CODING, type Prepared, prepare, SEGMENT } from "./view";
