import type {
  ConnectionInfo,
  IsolationLevel,
  SqlDriverAdapter,
  SqlQuery,
  SqlResultSet,
  Transaction,
} from "@prisma/driver-adapter-utils";
import { ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import pg from "pg";
import { quoteName } from "../database";
import { columnParsers, columnType } from "./columns";
import { asDriverError } from "./errors";
import type { Target } from "./target";

/** How the engine knows a PostgreSQL that it reaches through a driver. */
export const DRIVER = { provider: "postgres", adapterName: "@prisma/adapter-pg" } as const;

/** One session of one database, opened on first use and kept: advisory locks and SET belong to it. */
export class Connection implements SqlDriverAdapter {
  readonly provider = DRIVER.provider;
  readonly adapterName = DRIVER.adapterName;
  private session: Promise<pg.Client> | undefined;

  constructor(
    private readonly target: Target,
    private readonly afterwards: () => Promise<void> = async () => {},
  ) {}

  async queryRaw(query: SqlQuery): Promise<SqlResultSet> {
    const { fields, rows } = await this.query(query);
    return {
      columnNames: fields.map((field) => field.name),
      columnTypes: fields.map((field) => columnType(field.dataTypeID)),
      rows,
    };
  }

  async executeRaw(query: SqlQuery): Promise<number> {
    return (await this.query(query)).rowCount ?? 0;
  }

  /** Without values, `pg` uses the simple protocol: the script goes whole and is one transaction. */
  async executeScript(script: string): Promise<void> {
    await this.withSession((client) => client.query(script));
  }

  async startTransaction(level?: IsolationLevel): Promise<Transaction> {
    await this.executeScript(`BEGIN${level ? ` ISOLATION LEVEL ${level}` : ""}`);
    return {
      ...DRIVER,
      options: { usePhantomQuery: true },
      queryRaw: (query) => this.queryRaw(query),
      executeRaw: (query) => this.executeRaw(query),
      commit: () => this.executeScript("COMMIT"),
      rollback: () => this.executeScript("ROLLBACK"),
    };
  }

  getConnectionInfo(): ConnectionInfo {
    return { schemaName: this.target.schema ?? "public", supportsRelationJoins: true };
  }

  async dispose(): Promise<void> {
    const client = await this.session?.catch(() => undefined);
    await client?.end();
    await this.afterwards();
  }

  private query({ sql, args }: SqlQuery): Promise<pg.QueryArrayResult<unknown[]>> {
    return this.withSession((client) =>
      client.query({ text: sql, values: args, rowMode: "array", types: columnParsers }),
    );
  }

  private async withSession<T>(run: (client: pg.Client) => Promise<T>): Promise<T> {
    try {
      this.session ??= this.open();
      return await run(await this.session);
    } catch (thrown) {
      throw asDriverError(thrown, this.target);
    }
  }

  private async open(): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: this.target.url, options: "-c timezone=UTC" });
    client.on("error", () => {}); // the query in hand is rejected as well
    await client.connect();
    if (this.target.schema) await client.query(`SET search_path = ${quoteName(this.target.schema)}`);
    return client;
  }
}

/** Stands in where no database is needed; answers the one question that the engine begins with. */
export class OfflineConnection extends Connection {
  override async queryRaw(): Promise<SqlResultSet> {
    return {
      columnNames: ["exists", "version", "numeric_version"],
      columnTypes: [ColumnTypeEnum.Boolean, ColumnTypeEnum.Text, ColumnTypeEnum.Int32],
      rows: [[true, "PostgreSQL 17.0 (offline)", 170000]],
    };
  }
}
