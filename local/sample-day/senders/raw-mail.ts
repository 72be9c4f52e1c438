import { instantOf, type MailSample } from '../sample.ts';
import { gbk } from './gbk.ts';

/** A picture of one grey dot. */
const PICTURE = 'R0lGODlhAQABAIAAAMLCwgAAACH5BAAAAAAALAAAAAABAAEAAAICRAEAOw==';
const BOUNDARY = '----=_sample_day';

/**
 * The mail as the sender's program writes it, byte for byte the same each time. `to` is the province's address for
 * complaints.
 */
export function rawMail(sample: MailSample, to: string): Buffer {
  const { from, subject, messageId, at, form } = sample;
  const word = form === 'gbk' ? gbkWord : utf8Word;
  const head = [
    `From: ${word(from.name ?? '')} <${from.email}>`,
    `To: <${to}>`,
    `Subject: ${word(subject)}`,
    `Date: ${new Date(instantOf(at)).toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: ${messageId}`,
    'MIME-Version: 1.0',
  ];
  return Buffer.from([...head, ...BODIES[form](sample), ''].join('\r\n'), 'latin1');
}

const BODIES: Readonly<Record<MailSample['form'], (sample: MailSample) => string[]>> = {
  gbk: ({ body }) => ['Content-Type: text/plain; charset=GBK', ...base64(gbk(body))],
  plain: ({ body }) => ['Content-Type: text/plain; charset=utf-8', ...base64(Buffer.from(body))],
  html: ({ body }) => {
    const paragraphs = body.split('\n').map((line) => `<p style="font-family:微软雅黑">${line}</p>`);
    const page = `<html><head><style>p{margin:0}</style></head><body>${paragraphs.join('')}</body></html>`;
    return ['Content-Type: text/html; charset=utf-8', ...base64(Buffer.from(page))];
  },
  picture: ({ body }) => [
    `Content-Type: multipart/mixed; boundary="${BOUNDARY}"`,
    ...['', `--${BOUNDARY}`, 'Content-Type: text/plain; charset=utf-8', ...base64(Buffer.from(body))],
    ...[`--${BOUNDARY}`, `Content-Type: image/gif; name="${utf8Word('现场照片.gif')}"`],
    ...[`Content-Disposition: attachment; filename="${utf8Word('现场照片.gif')}"`, 'Content-Transfer-Encoding: base64'],
    ...['', PICTURE, `--${BOUNDARY}--`],
  ],
};

function base64(bytes: Buffer): string[] {
  return ['Content-Transfer-Encoding: base64', '', ...(bytes.toString('base64').match(/.{1,76}/g) ?? [])];
}

/** Encoded words (RFC 2047) of at most twelve characters each, so that none is longer than it may be. */
function encodedWords(text: string, charset: string, encode: (part: string) => Buffer): string {
  const parts = text.match(/.{1,12}/gu) ?? [];
  return parts.map((part) => `=?${charset}?B?${encode(part).toString('base64')}?=`).join('\r\n ');
}

const gbkWord = (text: string): string => encodedWords(text, 'GBK', gbk);
const utf8Word = (text: string): string => encodedWords(text, 'UTF-8', (part) => Buffer.from(part));
