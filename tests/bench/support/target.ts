import { z } from "zod";

const Env = z.object({
  BASE_URL: z.url(),
  DATABASE_URL: z.url(),
  NEXTAUTH_SECRET: z.string().min(1),
  CHROMIUM_PATH: z.string().min(1),
});

/** The production server, its database and the browser that `npm run bench` made ready. */
export const target = Env.parse(process.env);
