export { linkTo, type MemoPart, partsOf, segmentsIn, withLinks } from "./text";
