"use client";

import { useRouter } from "next/navigation";
import { toast } from "@/components/ui/toast";

/** After something was stored: says so, and loads the page's rows anew. */
export function useSaved(): (message: string) => void {
  const router = useRouter();
  return (message) => {
    toast({ kind: "success", message });
    router.refresh();
  };
}
