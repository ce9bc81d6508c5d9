import type { AccessTable } from "@/tests/support/access";

export const table: AccessTable = {
  "GET auth/[...nextauth]": {
    elsewhere: "next-auth's own; what it calls is tested in tests/integration/accounts-sign-in.test.ts",
  },
  "POST auth/[...nextauth]": { elsewhere: "as GET" },
};
