import { mail } from './mails.ts';

/** A part of a mail, its headers first. */
export const part = (headers: readonly string[], body: string | Buffer) =>
  Buffer.concat([Buffer.from(`--b\r\n${headers.join('\r\n')}\r\n\r\n`), Buffer.from(body), Buffer.from('\r\n')]);

/** A file as mail programs attach it. */
export const file = (type: string, bytes: Buffer, name = '') =>
  part(
    [
      `Content-Type: ${type}`,
      `Content-Disposition: attachment${name && `; filename="${name}"`}`,
      'Content-Transfer-Encoding: base64',
    ],
    bytes.toString('base64').replace(/.{76}/g, '$&\r\n'),
  );

/** What a letter says. */
export const words = (text: string) => part(['Content-Type: text/plain; charset=utf-8'], text);

/** A letter of those parts. */
export const mixed = (parts: readonly Buffer[], headers: Readonly<Record<string, string>> = {}) =>
  mail(
    { 'Content-Type': 'multipart/mixed; boundary=b', ...headers },
    Buffer.concat([...parts, Buffer.from('--b--\r\n')]),
  );
