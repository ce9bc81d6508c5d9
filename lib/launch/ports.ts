import net from "node:net";

const LOOPBACK = "127.0.0.1";

/** Whether a server could listen on the port now. */
export async function portIsFree(port: number, host: string = LOOPBACK): Promise<boolean> {
  return (await tryToListen(port, host)) !== undefined;
}

/** A port that no one listens on, chosen by the system. */
export async function freePort(): Promise<number> {
  const port = await tryToListen(0, LOOPBACK);
  if (port === undefined) throw new Error("the system gives no port");
  return port;
}

/** The first free port at or after `wanted`. */
export async function nextFreePort(wanted: number, host: string = LOOPBACK): Promise<number> {
  for (let port = wanted; port < wanted + 100 && port < 65536; port++) {
    if (await portIsFree(port, host)) return port;
  }
  return freePort();
}

function tryToListen(port: number, host: string): Promise<number | undefined> {
  return new Promise((resolve) => {
    const probe = net.createServer();
    probe.once("error", () => resolve(undefined));
    probe.listen({ port, host, exclusive: true }, () => {
      const address = probe.address();
      const found = typeof address === "object" && address ? address.port : undefined;
      probe.close(() => resolve(found));
    });
  });
}
