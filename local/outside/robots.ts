import { createHash, createHmac } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import * as z from 'zod';
import type { Outbox } from './outbox.ts';

const Message = z.object({ msgtype: z.literal('text'), text: z.object({ content: z.string().min(1) }) });

/** Robots of the organs that have one, all of DingTalk's kind, as the secret `robots` holds them. */
export const demoRobots = (names: readonly string[], base: string) =>
  Object.fromEntries(
    names.map((name) => [name, { kind: 'dingtalk', webhook: `${base}/robots/${name}`, secret: secretOf(name) }]),
  );

const secretOf = (name: string): string => `SEC${createHash('sha256').update(`local robot ${name}`).digest('hex')}`;

/** Answers as DingTalk does, with status 200 whatever it is. What is rightly signed stops in the outbox. */
export function answerRobot(request: IncomingMessage, body: Buffer, response: ServerResponse, outbox: Outbox): void {
  const url = new URL(request.url ?? '/', 'http://local');
  const name = url.pathname.split('/').at(-1)!;
  const message = Message.safeParse(JSON.parse(body.toString('utf8')));
  const errcode = isSigned(url, name) ? (message.success ? 0 : 40035) : 310000;
  if (errcode === 0)
    outbox.addChat({ transport: 'robot', to: name, text: message.data!.text.content, ...noticeOf(request) });
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify({ errcode, errmsg: errcode === 0 ? 'ok' : 'refused' }));
}

function noticeOf({ headers }: IncomingMessage) {
  const noticeId = headers['x-huiyin-notice'];
  return typeof noticeId === 'string' ? { noticeId } : {};
}

function isSigned(url: URL, name: string): boolean {
  const timestamp = url.searchParams.get('timestamp') ?? '';
  const right = createHmac('sha256', secretOf(name))
    .update(`${timestamp}\n${secretOf(name)}`)
    .digest('base64');
  return url.searchParams.get('sign') === right;
}
