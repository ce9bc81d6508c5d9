export { type Citation, citation, type Quotable } from "./citation";
export { isPermission, PERMISSIONS, type Permission, permissionOf, stricter } from "./order";
