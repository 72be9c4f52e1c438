import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';

export interface SmtpListener {
  readonly port: number;
  stop(): Promise<void>;
}

export interface Envelope {
  readonly from: string;
  readonly to: readonly string[];
}

/** SES takes in no more than 40 MB. */
const MAX_BYTES = 40 * 1024 * 1024;

/** A mail server on the loopback that takes every mail, with or without a login, and says "250" once `receive` has. */
export async function startSmtp(
  port: number,
  purpose: string,
  receive: (raw: Buffer, envelope: Envelope) => Promise<void>,
): Promise<SmtpListener> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    disableReverseLookup: true,
    size: MAX_BYTES,
    logger: false,
    onAuth: (_auth, _session, callback) => callback(null, { user: 'local' }),
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (stream.sizeExceeded) return callback(refusal(552, 'message too large'));
        receive(Buffer.concat(chunks), envelopeOf(session)).then(
          () => callback(),
          () => callback(refusal(451, 'try again later')),
        );
      });
    },
  });
  await new Promise<void>((resolve, reject) => {
    server.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') reject(new Error(`port ${port} (${purpose}) is in use`));
      else if (error.code === 'EACCES') reject(new Error(`port ${port} (${purpose}) is not allowed`));
    });
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    port: (server.server.address() as AddressInfo).port,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function refusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}

function envelopeOf({ envelope }: SMTPServerSession): Envelope {
  return {
    from: envelope.mailFrom ? envelope.mailFrom.address : '',
    to: envelope.rcptTo.map(({ address }) => address),
  };
}
