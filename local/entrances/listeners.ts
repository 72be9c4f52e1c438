import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type Envelope, startSmtp } from '../outside/smtp.ts';
import { listening } from '../ports.ts';
import { Refusal } from '../refusal.ts';
import type { Closer } from '../services.ts';
import { answerStarting } from './starting.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<void>;
type Receive = (raw: Buffer, envelope: Envelope) => Promise<void>;

/**
 * A port that is taken before anything else starts, so that a busy one is reported at once. Requests are answered once
 * the stack stands.
 */
export interface Listener<Visitor> {
  readonly port: number;
  open(answer: Visitor): void;
}

export async function listenForHttp(port: number, onStop: (closer: Closer) => void): Promise<Listener<Answer>> {
  let answer: Answer = answerStarting;
  const server = createServer((request, response) => {
    answer(request, response).catch((error) => {
      const { status, message } = error instanceof Refusal ? error : { status: 500, message: String(error) };
      if (!response.headersSent) response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ message }));
    });
  });
  server.keepAliveTimeout = 60_000;
  const actual = await listening(server, port, 'HTTP');
  onStop(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });
  return {
    port: actual,
    open(visitor) {
      answer = visitor;
    },
  };
}

export async function listenForMail(port: number, onStop: (closer: Closer) => void): Promise<Listener<Receive>> {
  let receive: Receive = async () => {
    throw new Error('not open yet');
  };
  const server = await startSmtp(port, 'SMTP', (raw, envelope) => receive(raw, envelope));
  onStop(server.stop);
  return {
    port: server.port,
    open(visitor) {
      receive = visitor;
    },
  };
}
