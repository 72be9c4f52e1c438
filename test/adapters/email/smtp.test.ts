import type { AddressInfo } from 'node:net';
import { createServer, type Server, type Socket } from 'node:net';
import PostalMime from 'postal-mime';
import { afterEach, describe, expect, it } from 'vitest';
import { smtpEmail } from '../../../adapters/email/smtp.ts';
import { sha256 } from '../../../functions/shared/digest.ts';
import { escalation } from '../../support/notices.ts';

const SETTINGS = {
  from: 'notice@huiyin.qinghe.example',
  replyTo: async (receipt: string) => `${receipt}@huiyin.qinghe.example`,
  nameOf: async (noticeId: string) => sha256(noticeId).slice(0, 32),
  own: [],
};
const NOW = { now: escalation().at };
const servers: { server: Server; sockets: Set<Socket> }[] = [];

afterEach(() => {
  for (const { server, sockets } of servers.splice(0)) {
    for (const socket of sockets) socket.destroy();
    server.close();
  }
});

/** What a mail server says to each command; `close` hangs up instead, `silence` says nothing. */
type Script = Partial<Record<'greeting' | 'EHLO' | 'AUTH' | 'MAIL' | 'RCPT' | 'DATA' | 'message', string>>;

const POLITE = {
  greeting: '220 mail',
  EHLO: '250-mail\r\n250 AUTH PLAIN',
  AUTH: '235 ok',
  MAIL: '250 ok',
  RCPT: '250 ok',
  DATA: '354 go on',
  message: '250 taken',
} as const;

/** A mail server that follows a script; keeps the messages it was given. */
async function mailServer(script: Script = {}) {
  const said = { ...POLITE, ...script };
  const messages: string[] = [];
  const sockets = new Set<Socket>();
  const answer = (socket: Socket, line: string) => {
    if (line === 'close') socket.destroy();
    else if (line !== 'silence') socket.write(`${line}\r\n`);
  };
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    let data: string | undefined;
    answer(socket, said.greeting);
    socket.on('data', (bytes) => {
      const text = bytes.toString('utf8');
      if (data !== undefined) {
        data += text;
        if (!data.endsWith('\r\n.\r\n')) return;
        messages.push(data.slice(0, -3));
        data = undefined;
        return answer(socket, said.message);
      }
      const command = text.slice(0, 4).toUpperCase();
      if (command === 'QUIT') return answer(socket, '221 bye');
      if (command === 'DATA' && said.DATA.startsWith('354')) data = '';
      answer(socket, said[command as keyof Script] ?? '500 what');
    });
  });
  servers.push({ server, sockets });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const secret = async () => ({
    host: '127.0.0.1',
    port,
    secure: false,
    plain: true,
    user: 'huiyin',
    password: 'secret',
  });
  return { messages, secret, send: () => smtpEmail(secret, SETTINGS)(escalation(), 'leader@city.example', NOW) };
}

describe('a mail by the province’s own server', () => {
  it('arrives as it was written', async () => {
    const { messages, send } = await mailServer();
    expect(await send()).toMatchObject({ kind: 'sent' });
    const mail = await PostalMime.parse(messages[0]!.replaceAll('\r\n..', '\r\n.'));
    expect(mail.subject).toBe(escalation().subject);
    expect(mail.text?.trimEnd()).toBe(escalation().text);
  });

  it.each([
    ['the recipient does not exist', { RCPT: '550 no such user' }, { kind: 'refused', reason: 'SMTP 550' }],
    ['the recipient has moved', { RCPT: '551 5.1.6 moved' }, { kind: 'refused', reason: 'SMTP 551' }],
    ['the mailbox is disabled', { RCPT: '550 5.2.1 disabled' }, { kind: 'refused', reason: 'SMTP 550' }],
    ['the content is rejected', { message: '554 spam' }, { kind: 'refused', reason: 'SMTP 554' }],
    ['the mailbox is full', { RCPT: '552 5.2.2 over quota' }, { kind: 'later', reason: 'SMTP 552' }],
    ['the mailbox is greylisted', { RCPT: '451 later' }, { kind: 'later', reason: 'SMTP 451' }],
    ['there is no room', { message: '452 full' }, { kind: 'later', reason: 'SMTP 452' }],
    ['we are on a blacklist', { RCPT: '554 5.7.1 blocked using list' }, { kind: 'later', reason: 'SMTP 554' }],
    ['the policy of the day', { message: '550 5.7.26 no dmarc' }, { kind: 'later', reason: 'SMTP 550' }],
    ['the sender is not allowed', { MAIL: '553 not you' }, { kind: 'barred', reason: 'SMTP 553' }],
    ['the account sent too many', { MAIL: '550 5.4.5 quota' }, { kind: 'barred', reason: 'SMTP 550' }],
    ['the sender must wait', { MAIL: '450 slowly' }, { kind: 'busy', reason: 'SMTP 450' }],
    ['too many connections are open', { greeting: '421 busy' }, { kind: 'busy', reason: 'SMTP 421' }],
    ['the server is being mended', { greeting: '554 no service' }, { kind: 'busy', reason: 'SMTP 554' }],
    ['the password is wrong', { AUTH: '535 no' }, { kind: 'barred', reason: 'SMTP 535' }],
    ['nobody can say whether it is', { AUTH: '454 directory away' }, { kind: 'busy', reason: 'SMTP 454' }],
    ['the server never greets', { greeting: 'silence' }, { kind: 'busy', reason: 'GREETING_TIMEOUT' }],
    [
      'the line breaks at once, as before a dead server',
      { greeting: 'close' },
      { kind: 'busy', reason: 'ECONNECTION' },
    ],
    ['the line breaks at the recipient', { RCPT: 'close' }, { kind: 'busy', reason: 'ECONNECTION' }],
    ['the line breaks once the message is out', { message: 'close' }, { kind: 'unknown', reason: 'ECONNECTION' }],
  ] as const)('when %s', async (_, script, result) => {
    const { send } = await mailServer(script);
    expect(await send()).toEqual(result);
  });

  it('when nobody listens, is known not to have gone', async () => {
    const { secret, send } = await mailServer();
    const { server } = servers.at(-1)!;
    await new Promise((resolve) => server.close(resolve));
    expect((await secret()).port).toBeGreaterThan(0);
    expect(await send()).toEqual({ kind: 'busy', reason: 'ECONNREFUSED' });
  });

  it('when its secret cannot be read, is known not to have gone', async () => {
    const away = () => Promise.reject(Object.assign(new Error('away'), { name: 'ThrottlingException' }));
    expect(await smtpEmail(away, SETTINGS)(escalation(), 'leader@city.example', NOW)).toEqual({
      kind: 'busy',
      reason: 'ThrottlingException',
    });
  });

  it('that cannot even be written, is known not to have gone', async () => {
    const { secret } = await mailServer();
    const settings = { ...SETTINGS, nameOf: () => Promise.reject(new TypeError('nameOf is not a function')) };
    expect(await smtpEmail(secret, settings)(escalation(), 'leader@city.example', NOW)).toEqual({
      kind: 'busy',
      reason: 'TypeError',
    });
  });
});
