import type { ServerResponse } from 'node:http';
import type { Outbox } from './outbox.ts';

/** The systems of all partners: they take whatever they are told. It stops in the outbox. */
export function answerCallback(url: URL, body: Buffer, response: ServerResponse, outbox: Outbox): void {
  const partner = url.pathname.split('/').at(-1)!;
  outbox.addChat({ transport: 'callback', to: partner, text: body.toString('utf8') });
  response.writeHead(204).end();
}
