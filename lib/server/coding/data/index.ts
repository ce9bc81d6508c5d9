export { readerFrame } from "./frame";
export { codingsPayload, codingsTag } from "./payload";
export { type Prepared, prepare } from "./view";
