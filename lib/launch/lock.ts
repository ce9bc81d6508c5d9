import { createHash } from "node:crypto";
import { existsSync, realpathSync, rmSync } from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { z } from "zod";
import { parsedJson } from "./json";
import { codeOf } from "./say";

const holderSchema = z.object({
  pid: z.number(),
  command: z.string(),
  /** Where it serves; null while it still starts. */
  url: z.string().nullable(),
});

/** What the process that holds a folder says of itself. */
export type Holder = z.infer<typeof holderSchema>;

export interface Lock {
  /** From now on those who ask hear where this process serves. */
  serves(url: string): void;
  release(): Promise<void>;
}

export type LockResult =
  | { readonly ok: true; readonly lock: Lock }
  | { readonly ok: false; readonly holder: Holder | undefined };

/**
 * Holds a data folder for this process alone. The lock is a local socket that listens under a name made of
 * the folder's path: the system gives it to one process only and takes it back whenever that process ends,
 * so there is no stale lock; and whoever comes second can ask it where the first one serves.
 */
export async function lockFolder(folder: string, command: string): Promise<LockResult> {
  let url: string | null = null;
  const server = net.createServer((socket) => {
    socket.on("error", () => {}); // the one who asked has gone
    socket.end(JSON.stringify({ pid: process.pid, command, url } satisfies Holder));
  });
  const address = addressOf(folder);
  if (!(await listen(server, address))) {
    const holder = await ask(address);
    const stale = holder === "nobody" && !isAbstract(address);
    if (stale) rmSync(address, { force: true });
    if (!stale || !(await listen(server, address)))
      return { ok: false, holder: holder === "nobody" ? undefined : holder };
  }
  server.unref();
  return {
    ok: true,
    lock: {
      serves(place) {
        url = place;
      },
      release: () => new Promise((resolve) => server.close(() => resolve())),
    },
  };
}

/** Who holds the folder, if anyone does. Nobody holds one that is not there yet. */
export async function holderOf(folder: string): Promise<Holder | undefined> {
  if (!existsSync(folder)) return undefined;
  const holder = await ask(addressOf(folder));
  return holder === "nobody" ? undefined : holder;
}

/** On Linux a name without a file, on Windows a named pipe; both end with their process. */
function addressOf(folder: string): string {
  const name = `kikitori-${createHash("sha256").update(realpathSync(folder)).digest("hex").slice(0, 24)}`;
  if (process.platform === "linux") return `\0${name}`;
  if (process.platform === "win32") return `\\\\.\\pipe\\${name}`;
  return path.join(os.tmpdir(), `${name}.sock`);
}

function isAbstract(address: string): boolean {
  return address.startsWith("\0") || address.startsWith("\\\\");
}

function listen(server: net.Server, address: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    server.once("error", (error) => (codeOf(error) === "EADDRINUSE" ? resolve(false) : reject(error)));
    server.listen(address, () => resolve(true));
  });
}

function ask(address: string): Promise<Holder | "nobody" | undefined> {
  return new Promise((resolve) => {
    let answer = "";
    const socket = net.connect(address);
    socket.setTimeout(2_000, () => socket.destroy());
    socket.on("data", (chunk) => {
      answer += chunk;
    });
    socket.on("error", () => resolve("nobody"));
    socket.on("close", () => resolve(holderSchema.safeParse(parsedJson(answer)).data));
  });
}
