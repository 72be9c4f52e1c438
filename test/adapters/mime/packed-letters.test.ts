import { expect, it } from 'vitest';
import { readMail } from '../../../adapters/mime/read-mail.ts';
import { GB, GB_TEXT, mail } from '../../support/mails.ts';

const number = (value: number) => Buffer.from(Uint32Array.of(value).buffer);
const filled = (bytes: Buffer) => Buffer.concat([number(bytes.length), bytes, Buffer.alloc(-bytes.length & 3)]);

/** Level, id, length, content and checksum: MS-OXTNEF, 2.1.3. */
const attribute = (id: number, content: Buffer) =>
  Buffer.concat([Buffer.of(1), number(id), number(content.length), content, Buffer.of(0, 0)]);
/** Type and number, how many, and each with its length. */
const property = (id: number, content: Buffer) => Buffer.concat([number(id), number(1), filled(content)]);
const properties = (...all: Buffer[]) => Buffer.concat([number(all.length), ...all]);
const utf16 = (text: string) => Buffer.from(`${text}\0`, 'utf16le');

const NAMED = Buffer.concat([number(0x8001_0003), Buffer.alloc(16), number(0), number(0x8005), number(7)]);
const winmail = (...attributes: Buffer[]) => Buffer.concat([Buffer.from('789f3e220e0c', 'hex'), ...attributes]);
const CHINESE = attribute(0x69007, Buffer.concat([number(936), number(0)]));
const PHOTO = Buffer.from('ffd8ffe000104a464946', 'hex');

const base64 = (type: string, content: Buffer) =>
  mail({ 'Content-Type': type, 'Content-Transfer-Encoding': 'base64' }, content.toString('base64'));
const fromOutlook = (...attributes: Buffer[]) =>
  readMail(base64('application/ms-tnef; name="winmail.dat"', winmail(CHINESE, ...attributes)));

it('the files that Outlook packs into a winmail.dat are files of the letter, by their own names', async () => {
  const { attachments } = await fromOutlook(
    attribute(0x69002, Buffer.alloc(14)),
    attribute(0x18010, Buffer.concat([GB.subarray(0, 4), Buffer.from('.jpg\0')])),
    attribute(0x6800f, PHOTO),
    attribute(0x69002, Buffer.alloc(14)),
    attribute(0x18010, Buffer.from('DUMMY~1.TXT\0')),
    attribute(0x6800f, Buffer.from('x')),
    attribute(0x69005, properties(NAMED, property(0x3707_001f, utf16('检测报告.txt')))),
  );
  expect(attachments.map(({ name, bytes }) => [name, bytes().toString('hex')]).slice(1)).toEqual([
    ['运车.jpg', PHOTO.toString('hex')],
    ['检测报告.txt', '78'],
  ]);
});

it.each([
  ['as text', attribute(0x2800c, Buffer.concat([GB, Buffer.of(0)]))],
  ['as a property', attribute(0x69003, properties(property(0x1000_001f, utf16(GB_TEXT))))],
  ['as HTML', attribute(0x69003, properties(NAMED, property(0x1013_0102, Buffer.from(`<p>${GB_TEXT}</p>`))))],
])('a letter that stands in the winmail.dat alone, %s, is read', async (_, part) => {
  expect((await fromOutlook(part)).text).toBe(GB_TEXT);
});

it('a winmail.dat that breaks off anywhere gives what stands before, and harms nothing', async () => {
  const whole = winmail(
    CHINESE,
    attribute(0x69007, Buffer.alloc(0)),
    attribute(0x69003, properties(NAMED, property(0x1000_001f, utf16(GB_TEXT)))),
  );
  for (let length = 0; length < whole.length; length += 1) {
    const { attachments } = await readMail(base64('application/ms-tnef', whole.subarray(0, length)));
    expect(attachments).toHaveLength(1);
  }
});

/** X.690: tag, length, content. */
const element = (tag: number, ...content: Buffer[]) => {
  const all = Buffer.concat(content);
  return Buffer.concat([Buffer.of(tag, 0x82, all.length >> 8, all.length & 255), all]);
};
const LETTER = Buffer.from(`Content-Type: text/plain; charset=utf-8\r\n\r\n${GB_TEXT}\r\n`);
const signed = (octets: Buffer) => {
  const content = element(0x30, Buffer.from('06092a864886f70d010701', 'hex'), element(0xa0, octets));
  const data = element(0x30, Buffer.from('0201013100', 'hex'), content);
  return element(0x30, Buffer.from('06092a864886f70d010702', 'hex'), element(0xa0, data));
};

it.each([
  ['in one piece', element(0x04, LETTER)],
  ['in several', element(0x24, element(0x04, LETTER.subarray(0, 20)), element(0x04, LETTER.subarray(20)))],
])('a letter that is signed as a whole, %s, is read', async (_, octets) => {
  const { forwarded } = await readMail(base64('application/pkcs7-mime; smime-type=signed-data', signed(octets)));
  expect(forwarded.map(({ text }) => text.trim())).toEqual([GB_TEXT]);
});

it('a letter that is encrypted is a file and nothing else', async () => {
  const sealed = Buffer.from(signed(element(0x04, LETTER)).toString('hex').replace('010702', '010703'), 'hex');
  const { text, forwarded, attachments } = await readMail(base64('application/pkcs7-mime', sealed));
  expect([text, forwarded, attachments.length]).toEqual(['', [], 1]);
});

it.each([
  ['application/octet-stream', 'a letter that a webmail forwards as mere bytes'],
  ['application/x-msg', 'one under a label of its own'],
])('%s: %s is read by its name and what is in it', async (type) => {
  const part = `Content-Type: ${type}; name="letter.eml"\r\n\r\nFrom: wang@example.com\r\nSubject: x\r\n\r\n${GB_TEXT}`;
  const { forwarded } = await readMail(
    mail({ 'Content-Type': 'multipart/mixed; boundary=b' }, `--b\r\n${part}\r\n--b--\r\n`),
  );
  expect(forwarded.map(({ text }) => text)).toEqual([GB_TEXT]);
});

it('lines that end as on an old Macintosh are lines', async () => {
  const raw = mail({ Subject: 'x', 'Content-Type': 'text/plain; charset=utf-8' }, GB_TEXT).toString();
  expect(await readMail(Buffer.from(raw.replaceAll('\r\n', '\r')))).toMatchObject({ subject: 'x', text: GB_TEXT });
});

it('quoted-printable whose name a gateway lost is read, and an equals sign stays one', async () => {
  const escaped = [...Buffer.from(GB_TEXT)].map((byte) => `=${byte.toString(16).toUpperCase()}`).join('');
  expect((await readMail(mail({}, escaped))).text).toBe(GB_TEXT);
  expect((await readMail(mail({}, 'pH=AA=BB, x=1'))).text).toBe('pH=AA=BB, x=1');
});
