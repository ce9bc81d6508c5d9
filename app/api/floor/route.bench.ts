import { pool } from "@/lib/server/db";

/**
 * The floor that `npm run bench` measures the product against: the least that a handler of this
 * server can do, one insert. It exists in builds for measuring only (see next.config.ts).
 */
export async function POST(request: Request): Promise<Response> {
  const { id, text } = await request.json();
  await pool().query({
    name: "floor",
    text: 'INSERT INTO "Floor" ("id", "text") VALUES ($1, $2)',
    values: [id, text],
  });
  return Response.json({ id });
}
