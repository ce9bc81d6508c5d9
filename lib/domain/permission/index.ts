export { type Citation, citation, mayQuote, type Quotable } from "./citation";
export { isPermission, PERMISSIONS, type Permission, permissionOf, stricter } from "./order";
