/** How proxy.ts tells a page its own address, over whatever the browser claims. */
export const ADDRESS_HEADER = "x-kikitori-address";
