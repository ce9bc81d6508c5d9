import type { ErrorCode } from "@/lib/access/errors";
import type { OutboxPorts } from "./outbox";

/** What every outbox has of the browser: its locks between tabs, its clock. */
export const inBrowser: Pick<OutboxPorts, "exclusively" | "after"> = {
  /** One tab at a time; browsers without locks send at the risk of sending twice, which does no harm. */
  async exclusively(box, work) {
    if (!("locks" in navigator)) return work();
    await navigator.locks.request(`kikitori ${box}`, work);
  },
  after(milliseconds, callback) {
    const timer = setTimeout(callback, milliseconds);
    return () => clearTimeout(timer);
  },
};

/** Calls back when the network is back, or the page is looked at again; answers how to stop. */
export function retryWhenBack(retry: () => void): () => void {
  const retryWhenSeen = () => document.visibilityState === "visible" && retry();
  window.addEventListener("online", retry);
  document.addEventListener("visibilitychange", retryWhenSeen);
  return () => {
    window.removeEventListener("online", retry);
    document.removeEventListener("visibilitychange", retryWhenSeen);
  };
}

/** Why something is sent again later that was answered with this error; null where it never will be taken. */
export function laterFor(code: ErrorCode): "unauthenticated" | "unavailable" | null {
  if (code === "unauthenticated") return code;
  return code === "unavailable" || code === "rate_limited" ? "unavailable" : null;
}
