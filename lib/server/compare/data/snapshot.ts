import "server-only";
import type { PoolClient } from "pg";
import { pool } from "@/lib/server/db";

/** Reads on one connection, all of it as the database was at one moment. */
export async function inSnapshot<T>(read: (connection: PoolClient) => Promise<T>): Promise<T> {
  const connection = await pool().connect();
  try {
    await connection.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    const found = await read(connection);
    await connection.query("COMMIT");
    connection.release();
    return found;
  } catch (error) {
    connection.release(error instanceof Error ? error : new Error(String(error)));
    throw error;
  }
}
