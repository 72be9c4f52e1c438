import { createServer, request as forward, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { PAGES } from '../../functions/describe-api/routes.ts';
import { conformanceTo, type Exchange, type OpenApiDocument } from './api-conformance.ts';

export interface ValidatingProxy {
  readonly url: string;
  /**
   * What went through and is not as /openapi.json has it, each once, in the order in which it was first seen. Holds no
   * bodies.
   */
  violations(): readonly string[];
  stop(): Promise<void>;
}

/** What the service at `target` says of itself. */
export const describedBy = async (target: string): Promise<OpenApiDocument> =>
  (await (await fetch(`${target}/openapi.json`)).json()) as OpenApiDocument;

/**
 * Passes every request on to the service at `target`, untouched, and holds what comes and goes against the service's
 * own /openapi.json, or one that was read before; pages for people are none of its business.
 */
export async function validatingProxy(target: string, described?: OpenApiDocument): Promise<ValidatingProxy> {
  const violations = new Set<string>();
  const faultsOf = conformanceTo(described ?? (await describedBy(target)));
  const server = createServer((incoming, outgoing) => {
    passOn(incoming, outgoing, target).then(
      (exchange) => {
        const asked = `${exchange.method} ${exchange.target.split('?')[0]}`;
        if (exchange.target.startsWith('/_local') || PAGES.some((page) => page === asked)) return;
        const where = `${asked} → ${exchange.answer.status}`;
        for (const fault of faultsOf(exchange)) violations.add(`${where}: ${fault}`);
      },
      () => outgoing.destroy(),
    );
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    violations: () => [...violations],
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function passOn(incoming: IncomingMessage, outgoing: ServerResponse, target: string): Promise<Exchange> {
  const { method = 'GET', url = '/' } = incoming;
  const sent = await buffer(incoming);
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    // A connection for each: one on which the answer came before all was sent can carry no other request.
    const headers = { ...incoming.headers, connection: 'close' };
    forward(target + url, { method, headers, agent: false }, resolve)
      .on('error', reject)
      .end(sent);
  });
  const received = await buffer(answer);
  const { connection, 'keep-alive': _, ...headers } = answer.headers;
  outgoing.writeHead(answer.statusCode ?? 502, headers).end(received);
  return {
    method,
    target: url,
    request: { headers: joined(incoming), body: sent },
    answer: { status: answer.statusCode ?? 0, headers: joined(answer), body: received },
  };
}

function joined({ headers }: IncomingMessage): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}
