import { Agent, type IncomingMessage, type OutgoingHttpHeaders, request } from "node:http";
import { performance } from "node:perf_hooks";
import { target } from "./target";

export interface Sent {
  path: string;
  headers: OutgoingHttpHeaders;
  body: string;
}

export interface Answer {
  status: number;
  body: string;
  /** From the first byte sent to the last received. */
  milliseconds: number;
}

/** One client with one connection that stays open, as a browser's does. */
export class Client {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 1, noDelay: true });

  /** Throws where the server does not answer. */
  post({ path, headers, body }: Sent): Promise<Answer> {
    const bytes = Buffer.from(body);
    return this.send("POST", path, { ...headers, "content-length": bytes.length }, bytes);
  }

  /** Throws where the server does not answer. */
  get(path: string, headers: OutgoingHttpHeaders): Promise<Answer> {
    return this.send("GET", path, headers);
  }

  private async send(
    method: string,
    path: string,
    headers: OutgoingHttpHeaders,
    bytes?: Buffer,
  ): Promise<Answer> {
    const begun = performance.now();
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      const sent = request(new URL(path, target.BASE_URL), { method, agent: this.agent, headers }, resolve);
      sent.once("error", reject);
      sent.end(bytes);
    });
    let text = "";
    for await (const chunk of response.setEncoding("utf8")) text += chunk;
    return { status: response.statusCode ?? 0, body: text, milliseconds: performance.now() - begun };
  }

  close(): void {
    this.agent.destroy();
  }
}
