import { insertAccount } from "@/lib/server/accounts/mutations";
import { prisma } from "@/lib/server/db";
import { accounts, emailOf } from "@/seeds/human-security/accounts";
import { idOf } from "@/seeds/ids";

export const userIdOf = (key: (typeof accounts)[number]["key"]) => idOf("account", key);

/** Makes those of the sample's accounts that are not there yet. */
export async function loadAccounts(): Promise<void> {
  await prisma().$transaction(async (tx) => {
    const there = await tx.user.findMany({
      where: { id: { in: accounts.map(({ key }) => userIdOf(key)) } },
      select: { id: true },
    });
    for (const { key, name } of accounts) {
      const id = userIdOf(key);
      if (there.some((user) => user.id === id)) continue;
      await insertAccount(tx, { id, email: emailOf(key), name, passwordHash: null, sample: true });
    }
  });
}
