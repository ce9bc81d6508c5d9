export { readerFrame } from "./frame";
export { outOfReach } from "./out-of-reach";
export { codingsOf, codingsWithin } from "./payload";
export { CODING, type Prepared, prepare, SEGMENT } from "./view";
