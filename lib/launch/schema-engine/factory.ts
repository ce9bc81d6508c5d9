import type { SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import { Connection, DRIVER, OfflineConnection } from "./connection";
import { createDatabase, dropDatabase, parseTarget, shadowOf, type Target } from "./target";

/** What an engine works on. */
export interface Workplace {
  readonly target: Target | undefined;
  /** A database for trying migrations out, where Prisma's configuration names one. */
  readonly shadow: Target | undefined;
}

/** Connections to the configured database and to a shadow of it, which lives as long as it is used. */
export function connections({ target, shadow }: Workplace): SqlMigrationAwareDriverAdapterFactory {
  const configured = () => target ?? parseTarget(undefined);
  return {
    ...DRIVER,
    connect: async () => new Connection(configured()),
    async connectToShadowDb() {
      if (shadow) return new Connection(shadow);
      const temporary = shadowOf(configured());
      await createDatabase(temporary);
      return new Connection(temporary, () => dropDatabase(temporary));
    },
  };
}

/** For work on schema files alone. */
export function offline(): SqlMigrationAwareDriverAdapterFactory {
  const nowhere = parseTarget("postgresql://offline/offline");
  return {
    ...DRIVER,
    connect: async () => new OfflineConnection(nowhere),
    connectToShadowDb: async () => new OfflineConnection(nowhere),
  };
}
