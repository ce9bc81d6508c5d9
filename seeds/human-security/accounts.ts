import type { Role } from "@/lib/access/can";

/** An account of the sample for each role, and two coders. None has a password: they open in sample mode alone. */
export const accounts = [
  { key: "owner", name: "Sample owner", role: "owner" },
  { key: "lead", name: "Sample lead", role: "lead" },
  { key: "first", name: "First coder", role: "coder" },
  { key: "second", name: "Second coder", role: "coder" },
  { key: "trainee", name: "Sample trainee", role: "trainee" },
  { key: "viewer", name: "Sample viewer", role: "viewer" },
] as const satisfies { key: string; name: string; role: Role }[];

export type AccountKey = (typeof accounts)[number]["key"];

export const emailOf = (key: AccountKey) => `${key}@sample.kikitori.example`;
