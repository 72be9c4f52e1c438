import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import type { Patience } from '../../../adapters/http/outgoing-request.ts';
import { readBody } from '../../../local/read-body.ts';
import type { Send } from '../../../usecases/notices/delivery/delivery.ts';

/** What the other side does with a message. `silent`: it takes it, and never answers. `away`: nobody listens. */
export type Behaviour = 'takes' | 'refuses' | 'busy' | 'silent' | 'away';

/** A transport with the other side that it speaks to. */
export interface Peer {
  readonly send: Send;
  readonly to: string;
  /** An address that this transport cannot use. */
  readonly nobody: string;
  /** All that the other side was given, one text for each message. */
  readonly taken: () => readonly string[];
  /** Of one message, with all that goes with it. */
  readonly mostBytes: number;
  /** What must stand in no result and no log. */
  readonly secrets: readonly string[];
}

interface Said {
  /** Whether that is the answer to a message that is taken. */
  readonly taken?: boolean;
  readonly status?: number;
  readonly body?: object | string;
}

/**
 * A server on the loopback that answers as it is told. What it was given is kept if the answer is `taken`. Where it stays
 * silent its callers' patience ends at once, or, for callers that keep a time of their own, the line: so no test waits.
 */
export async function httpPeer(
  behaviour: Behaviour,
  answer: (request: IncomingMessage, body: string) => Said,
  { hangsUp = false } = {},
): Promise<{ base: string; taken: () => readonly string[]; patience: Patience }> {
  const taken: string[] = [];
  const ended = new AbortController();
  const hear = async (request: IncomingMessage, response: ServerResponse) => {
    const body = (await readBody(request, 1_000_000)).toString('utf8');
    const said = answer(request, body);
    if (said.taken) taken.push(`${request.url} ${body}`);
    if (said.taken && behaviour === 'silent') {
      if (hangsUp) return void response.destroy();
      return ended.abort(new DOMException('nobody answered', 'TimeoutError'));
    }
    response.writeHead(said.status ?? 200, { 'content-type': 'application/json' });
    response.end(typeof said.body === 'string' ? said.body : JSON.stringify(said.body ?? {}));
  };
  const server = createServer((request, response) => void hear(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const stop = () => new Promise<void>((resolve) => server.close(() => resolve()).closeAllConnections());
  if (behaviour === 'away') await stop();
  else onTestFinished(stop);
  return { base: `http://127.0.0.1:${port}/`, taken: () => taken, patience: () => ended.signal };
}
