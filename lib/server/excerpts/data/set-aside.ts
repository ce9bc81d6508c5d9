import "server-only";
import type { Connection } from "./contexts";
import type { Row } from "./rows";

/**
 * Lines of a download that come at its end, in an order without meaning. They wait in a table of the
 * transaction, so that however many there are, PostgreSQL sorts them once and none is held here.
 */
export class SetAside {
  #begun = false;

  constructor(readonly connection: Connection) {}

  async put(
    lines: readonly { row: Pick<Row, "place" | "segmentId" | "codeId">; line: string }[],
  ): Promise<void> {
    if (!this.#begun) await this.connection.query(TABLE);
    this.#begun = true;
    await this.connection.query({
      text: `INSERT INTO "SetAside" SELECT * FROM unnest($1::text[], $2::uuid[], $3::uuid[], $4::text[])`,
      values: [
        lines.map(({ row }) => row.place),
        lines.map(({ row }) => row.segmentId),
        lines.map(({ row }) => row.codeId),
        lines.map(({ line }) => line),
      ],
    });
  }

  /** The lines in their order, `count` joined at a time. */
  async *take(count: number): AsyncGenerator<string> {
    if (!this.#begun) return;
    await this.connection.query(SORTED);
    for (;;) {
      const { rows } = await this.connection.query<{ line: string }>(`FETCH ${count} FROM "setAside"`);
      if (rows.length > 0) yield rows.map(({ line }) => line).join("");
      if (rows.length < count) return;
    }
  }
}

const TABLE = `CREATE TEMP TABLE "SetAside" ("place" text COLLATE "C", "segmentId" uuid, "codeId" uuid, "line" text) ON COMMIT DROP`;
const SORTED = `DECLARE "setAside" NO SCROLL CURSOR FOR SELECT "line" FROM "SetAside" ORDER BY "place", "segmentId", "codeId"`;
