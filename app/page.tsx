import { redirect } from "next/navigation";
import { HOME } from "@/components/shell/routes";

/** The address that the launcher prints. */
export default function RootPage(): never {
  redirect(HOME);
}
