import { randomBytes, randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { MailTaken } from './mail-feedback.ts';
import type { Outbox } from './outbox.ts';

export interface LocalSes {
  answer(body: Buffer, response: ServerResponse): Promise<void>;
  /** Calls back for each mail, before its sender has an answer. */
  onTaken(callback: (mail: MailTaken) => Promise<void>): void;
}

/** SES v1, `SendRawEmail` only: it is the call that carries our headers, and so the only one that is used. */
export function localSes(outbox: Outbox, region: string): LocalSes {
  const callbacks: ((mail: MailTaken) => Promise<void>)[] = [];

  const take = async (raw: Buffer, form: URLSearchParams): Promise<string> => {
    const messageId = `${randomBytes(8).toString('hex')}-${randomUUID()}-000000`;
    // As its reader finds it: SES puts its own id over ours.
    await outbox.addMail(raw, `<${messageId}@${region === 'us-east-1' ? 'email' : region}.amazonses.com>`);
    const to = [...form].filter(([name]) => name.startsWith('Destinations.member.')).map(([, address]) => address);
    const taken = { raw, messageId, to, configurationSet: form.get('ConfigurationSetName') ?? undefined };
    for (const callback of callbacks) await callback(taken);
    return messageId;
  };

  return {
    async answer(body, response) {
      const form = new URLSearchParams(body.toString('utf8'));
      const raw = form.get('RawMessage.Data');
      response.setHeader('content-type', 'text/xml');
      if (form.get('Action') !== 'SendRawEmail' || !raw) {
        response.writeHead(400).end('<ErrorResponse><Error><Code>InvalidAction</Code></Error></ErrorResponse>');
        return;
      }
      const id = await take(Buffer.from(raw, 'base64'), form);
      response.end(
        `<SendRawEmailResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><SendRawEmailResult><MessageId>${id}</MessageId></SendRawEmailResult></SendRawEmailResponse>`,
      );
    },
    onTaken: (callback) => void callbacks.push(callback),
  };
}
