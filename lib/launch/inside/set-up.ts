import { openSetUp } from "@/lib/server/accounts/mutations";

process.stdout.write(JSON.stringify({ token: await openSetUp() }), () => process.exit(0));
