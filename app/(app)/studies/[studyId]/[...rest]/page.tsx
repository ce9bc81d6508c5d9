import { notFound } from "next/navigation";

/** An address below a study that leads nowhere: said inside the study, with its bar, so that one can go elsewhere. */
export default function NoSuchRoom(): never {
  notFound();
}
