import { useSyncExternalStore } from "react";

const never = () => () => undefined;

/** Whether this is the server's rendering, or the browser's first one that takes it over. */
export function useHydrating(): boolean {
  return useSyncExternalStore(
    never,
    () => false,
    () => true,
  );
}
