import type { AddressInfo, Socket } from 'node:net';
import { SESClient } from '@aws-sdk/client-ses';
import { SMTPServer } from 'smtp-server';
import { onTestFinished } from 'vitest';
import { sesEmail } from '../../../adapters/email/ses.ts';
import { smtpEmail } from '../../../adapters/email/smtp.ts';
import { sha256 } from '../../../functions/shared/digest.ts';
import { type Behaviour, httpPeer, type Peer } from './peer.ts';

export const LETTERS = {
  from: 'notice@huiyin.qinghe.example',
  replyTo: async (receipt: string) => `${receipt}@huiyin.qinghe.example`,
  nameOf: async (noticeId: string) => sha256(noticeId).slice(0, 32),
  own: ['https://12369.qinghe.example/'],
};

const MAIL = { to: 'zhang@mail.example', nobody: 'zhang-without-a-host', mostBytes: 1_000_000 };

const SES = 'http://ses.amazonaws.com/doc/2010-12-01/';

/** SES as it answers over HTTP; it breaks the line where it stays silent. */
export async function sesPeer(behaviour: Behaviour): Promise<Peer> {
  const answer = (body: string) => {
    const [to] = new URLSearchParams(body).getAll('Destinations.member.1');
    if (!to?.includes('@')) return failure('InvalidParameterValue', `Illegal address: ${to}`);
    if (behaviour === 'busy') return failure('Throttling', 'Maximum sending rate exceeded.');
    if (behaviour === 'refuses') return failure('MessageRejected', `${to} is on the suppression list`);
    const result = '<SendRawEmailResult><MessageId>ses-1</MessageId></SendRawEmailResult>';
    return { taken: true, body: `<SendRawEmailResponse xmlns="${SES}">${result}</SendRawEmailResponse>` };
  };
  const { base, taken } = await httpPeer(behaviour, (_, body) => answer(body), { hangsUp: true });
  const client = new SESClient({
    ...{ region: 'ap-southeast-1', endpoint: base, maxAttempts: 1 },
    credentials: { accessKeyId: 'ses-id', secretAccessKey: 'ses-secret' },
  });
  const settings = { ...LETTERS, region: 'ap-southeast-1', configurationSet: 'huiyin-demo' };
  return { ...MAIL, send: sesEmail(client, settings), taken, secrets: ['ses-secret'] };
}

const failure = (code: string, message: string) => ({
  status: 400,
  body: `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error></ErrorResponse>`,
});

const reply = (responseCode: number, message: string) => Object.assign(new Error(message), { responseCode });

/** A real mail server on the loopback; it hangs up where it stays silent. */
export async function smtpPeer(behaviour: Behaviour): Promise<Peer> {
  const messages: string[] = [];
  const sockets = new Set<Socket>();
  const server = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ['STARTTLS'], allowInsecureAuth: true, logger: false },
    disableReverseLookup: true,
    onAuth: (_auth, _session, callback) => callback(null, { user: 'huiyin' }),
    onConnect: (_session, callback) => callback(behaviour === 'busy' ? reply(421, 'too many connections') : null),
    onRcptTo: ({ address }, _session, callback) =>
      callback(behaviour === 'refuses' ? reply(550, `5.1.1 ${address}: no such user`) : null),
    onData(stream, _session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        messages.push(Buffer.concat(chunks).toString('utf8'));
        if (behaviour !== 'silent') return callback();
        for (const socket of sockets) socket.destroy();
      });
    },
  });
  server.on('error', () => {});
  server.server.on('connection', (socket: Socket) => sockets.add(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  const stop = () => new Promise<void>((resolve) => server.close(() => resolve()));
  if (behaviour === 'away') await stop();
  else onTestFinished(stop);
  const host = { host: '127.0.0.1', port, secure: false, plain: true, user: 'huiyin', password: 'smtp-password' };
  return { ...MAIL, send: smtpEmail(async () => host, LETTERS), taken: () => messages, secrets: [host.password] };
}
