import { describe, expect, it } from 'vitest';
import { readMail } from '../../../adapters/mime/read-mail.ts';
import { recipientsOf } from '../../../adapters/mime/receiver-signs.ts';
import { GB, GB_TEXT, mail } from '../../support/mails.ts';

const textOf = async (charset: string, body: string | Uint8Array) =>
  (await readMail(mail({ 'Content-Type': `text/plain${charset && `; charset=${charset}`}` }, body))).text;

const BIG5 = 'abb0aa46a4c6a475bc74a562a95db0bdb1c6b6c2b7cfa141bdd0bea8a7d6a8d3ac64';

const multipart = (...parts: string[]) => `${parts.map((part) => `--b\r\n${part}\r\n`).join('')}--b--\r\n`;
const mixed = { 'Content-Type': 'multipart/mixed; boundary=b' };

describe('the charset of a letter', () => {
  it.each(['gb2312', 'GBK', 'gb18030', 'cp936', 'x-gbk', 'gb_2312-80', 'us-ascii', 'iso-8859-1', 'utf-8', ''])(
    'is GB whether it says %j',
    async (charset) => expect(await textOf(charset, GB)).toBe(GB_TEXT),
  );

  it.each(['gb2312', 'big5', 'us-ascii', 'utf8', '', 'utf-16', 'windows-1251', 'iso-2022-jp', 'iso-8859-15'])(
    'is UTF-8 under the label %j when the bytes say so',
    async (charset) => {
      expect(await textOf(charset, GB_TEXT)).toBe(GB_TEXT);
    },
  );

  it.each([
    ['gb18030 in four bytes', 'gb2312', Buffer.from('9534b235', 'hex'), '𠮷'],
    ['Big5', 'big5', Buffer.from('beb8adb5c25aa5c1', 'hex'), '噪音擾民'],
    ['Big5 that says it is Latin', 'iso-8859-1', Buffer.from('b942a8aea95db6a1beb8adb5', 'hex'), '運車夜間噪音'],
    ['Big5 with the characters of Hong Kong', 'big5', Buffer.from('9df6bcd3a4559df89dcf', 'hex'), '喺樓下啲嘢'],
    ['HZ', 'hz-gb-2312', 'a~~b ~{R9<dTkRt~}!', 'a~b 夜间噪音!'],
    ['UTF-7', 'utf-7', '1 +- 1 +WRyV9FZql/M-', '1 + 1 夜间噪音'],
    ['UTF-16', 'utf-16le', Buffer.from('臭味', 'utf16le'), '臭味'],
    ['Big5 that says it is GB', 'gb2312', Buffer.from(BIG5, 'hex'), '城東化工廠半夜偷排黑煙，請儘快來查'],
    ['GB that says it is Big5', 'big5', Buffer.concat([GB, GB, GB]), GB_TEXT.repeat(3)],
    ['GB that says it is of the west', 'windows-1250', Buffer.concat([GB, GB, GB]), GB_TEXT.repeat(3)],
    ['UTF-16 by its mark', 'utf-8', Buffer.from('\ufeff臭味', 'utf16le'), '臭味'],
    ['UTF-16 by its mark, the other way round', 'utf-16', Buffer.from('\ufeff臭味', 'utf16le').swap16(), '臭味'],
    ['UTF-16 the other way round without one', 'utf-16', Buffer.from('夜里臭味', 'utf16le').swap16(), '夜里臭味'],
    ['Russian', 'koi8-r', Buffer.from('f7cfced1c5d4', 'hex'), 'Воняет'],
    ['Korean', 'euc-kr', Buffer.from('b3bfbbf5b0a120b3b3b4cfb4d9', 'hex'), '냄새가 납니다'],
    ['English in UTF-16', 'utf-16be', Buffer.from('Please help', 'utf16le').swap16(), 'Please help'],
    ['Russian in UTF-16', 'utf-16be', Buffer.from('Воняет', 'utf16le').swap16(), 'Воняет'],
    ['Polish', 'iso-8859-2', Buffer.from('5a61bff3b3e62064796d', 'hex'), 'Zażółć dym'],
    ['Turkish', 'windows-1254', Buffer.from('fe696b61796574', 'hex'), 'şikayet'],
    ['Latin', 'iso-8859-1', Buffer.from('café fumée', 'latin1'), 'café fumée'],
  ])('is understood: %s', async (_, charset, bytes, text) => {
    expect(await textOf(charset, bytes)).toBe(text);
  });
});

describe('a charset that nobody knows', () => {
  it('is no riddle when the bytes are Chinese', async () => {
    expect(await textOf('x-mac-chinesesimp', GB)).toBe(GB_TEXT);
    expect(await textOf('x-unheard-of', GB_TEXT)).toBe(GB_TEXT);
  });

  it.each([
    ['bytes of no Chinese', 'x-unheard-of', Buffer.from([0x41, 0xe9, 0x20, 0xff, 0x42])],
    ['escapes of seven bits', 'iso-2022-cn', '\u001b$)A\u000e9X2;\u000f'],
  ])('leaves marks where it cannot be read, for a person to look: %s', async (_, charset, bytes) => {
    expect(await textOf(charset, bytes)).toContain('\ufffd');
  });

  it('leaves those of Japan to the parser', async () => {
    expect(await textOf('shift_jis', Buffer.from([0x93, 0xfa, 0x96, 0x7b]))).toBe('日本');
  });
});

describe('a header', () => {
  const subjectOf = async (subject: string | Uint8Array) => (await readMail(mail({ Subject: subject }))).subject;
  const word = (charset: string, base64: string) => `=?${charset}?B?${base64}?=`;
  const [head, tail] = [GB.subarray(0, 7).toString('base64'), GB.subarray(7).toString('base64')];
  const whole = GB.toString('base64');

  it.each([
    ['raw GB bytes', GB],
    ['raw UTF-8 bytes', GB_TEXT],
    ['an encoded word', word('gb2312', whole)],
    ['UTF-8 under the label gb2312', word('gb2312', Buffer.from(GB_TEXT).toString('base64'))],
    ['a character cut in two', `${word('gbk', head)}\r\n ${word('gbk', tail)}`],
    ['base64 cut anywhere', `${word('gbk', whole.slice(0, 13))} ${word('gbk', whole.slice(13))}`],
    ['a language after the charset', word('gb18030*zh-cn', whole)],
    ['quoted-printable', `=?GBK?Q?${[...GB].map((byte) => `=${byte.toString(16)}`).join('')}?=`],
  ])('in %s is read', async (_, subject) => expect(await subjectOf(subject)).toBe(GB_TEXT));

  it('keeps a charset it does not know for the parser', async () => {
    expect(await subjectOf('=?iso-2022-jp?B?GyRCM24bKEI=?=')).toBe('且');
  });

  it.each([
    ['<li@example.com,wang@example.com>', undefined],
    ['"li@example.com,wang"@example.com', undefined],
    ['"li@example.com x"@example.com', undefined],
    ['<li@example.com\twang@example.com>', undefined],
    ['<G:li@example.com;>', undefined],
    ['<li@example.com>, <wang@example.com>', 'li@example.com'],
    ["Li <o'li+x@example.com>", "o'li+x@example.com"],
  ])('has at most one address, to which an answer may go: %s', async (From, address) => {
    expect((await readMail(mail({ From }, 'words'))).from?.address).toBe(address);
  });

  it('does not take a name with a comma for two senders', async () => {
    const name = Buffer.from('张三, <x@evil.example>').toString('base64');
    const { from } = await readMail(mail({ From: `=?utf-8?B?${name}?= <z@example.com>` }));
    expect(from).toEqual({ name: '张三, <x@evil.example>', address: 'z@example.com' });
  });
});

describe('the body', () => {
  it('is the words of the HTML where there is no plain text', async () => {
    const html = '<style>p{}</style><p>臭味&nbsp;&lt;很大&gt;</p><div>请查处&#33;<br>谢谢</div><script>x</script>';
    const { text } = await readMail(mail({ 'Content-Type': 'text/html; charset=utf-8' }, html));
    expect(text).toBe('臭味 <很大>\n\n请查处!\n谢谢');
  });

  it('in HTML may name its charset inside', async () => {
    const html = Buffer.concat([Buffer.from('<meta charset="gb2312"><p>'), GB]);
    expect((await readMail(mail({ 'Content-Type': 'text/html' }, html))).text).toBe(GB_TEXT);
  });

  it('comes with its attachments by name, none of which is a path', async () => {
    const body = multipart(
      'Content-Type: text/plain\r\n\r\nsee',
      'Content-Type: image/jpeg\r\nContent-Disposition: attachment; filename="../../etc/passwd"\r\n\r\nx',
      "Content-Type: image/png\r\nContent-Disposition: attachment; filename*=gbk''%CF%D6%B3%A1.png\r\n\r\nx",
      'Content-Type: message/rfc822\r\n\r\nSubject: forwarded\r\n\r\nx',
    );
    const { text, attachments } = await readMail(mail(mixed, body));
    expect(text).toBe('see');
    expect(attachments).toMatchObject([
      { name: 'passwd', mediaType: 'image/jpeg' },
      { name: '现场.png', mediaType: 'image/png' },
      { name: 'forwarded.eml', mediaType: 'message/rfc822' },
    ]);
  });

  it('costs what its text costs: 30 MB of attachment within a second', async () => {
    const content = Buffer.alloc(22_000_000, 7).toString('base64');
    const part = `Content-Type: image/jpeg; name=a.jpg\r\nContent-Transfer-Encoding: base64\r\n\r\n${content}`;
    const raw = mail(mixed, multipart('Content-Type: text/plain\r\n\r\nsee', part));
    const start = performance.now();
    expect(await readMail(raw)).toMatchObject({ text: 'see', attachments: [{ name: 'a.jpg' }] });
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

describe('what is no letter', () => {
  it.each([
    ['a file name', { 'Content-Disposition': `attachment; filename="x${'.'.repeat(200_000)}x"` }, 'words'],
    [
      'an address in a report',
      { 'Content-Type': 'multipart/report; boundary=b' },
      multipart(
        `Content-Type: message/delivery-status\r\n\r\nAction: failed\r\nFinal-Recipient: ${'a'.repeat(200_000)}`,
      ),
    ],
  ])('takes time as it is long, not by the square of it: %s', async (_, headers, body) => {
    const started = performance.now();
    await readMail(mail(headers, body));
    expect(performance.now() - started).toBeLessThan(8000);
  });

  it('brings no more than 100 files, however many mails with files of their own it brings', async () => {
    const file = 'Content-Type: image/jpeg\r\nContent-Disposition: attachment; filename=a.jpg\r\n\r\nx';
    const inner = `Content-Type: multipart/mixed; boundary=c\r\n\r\n${`--c\r\n${file}\r\n`.repeat(30)}--c--\r\n`;
    const outer = multipart(...Array.from({ length: 20 }, () => `Content-Type: message/rfc822\r\n\r\n${inner}`));
    const { attachments, forwarded } = await readMail(mail(mixed, outer));
    expect(forwarded).toHaveLength(20);
    expect(forwarded[0]!.attachments).toHaveLength(30);
    expect(attachments).toHaveLength(100);
  });

  it('of many parts of words is read as far as any letter goes, the rest stays in the mail', async () => {
    const words = `Content-Type: text/html; charset=utf-8\r\n\r\n${'<p>臭味'.repeat(10_000)}`;
    const { text } = await readMail(mail(mixed, multipart(...Array.from({ length: 200 }, () => words))));
    expect(text.length).toBeGreaterThan(800_000);
    expect(text.length).toBeLessThan(2_000_000);
  });

  it('is no riddle to whoever looks for its recipients, however long these are', () => {
    const fields = Array.from({ length: 100 }, () => ({ key: 'to', value: 'a'.repeat(10_000) }));
    const started = performance.now();
    expect(recipientsOf([...fields, { key: 'cc', value: '"Li, W" <li@example.com>;@, a@ wang@example.com' }])).toEqual([
      'li@example.com',
      'wang@example.com',
    ]);
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it('is refused: 10 000 parts, be their boundary told or not, 60 levels, a header without end', async () => {
    const untold = mail({ 'Content-Type': 'multipart/mixed' }, multipart(...Array(10_000).fill('\r\nx')));
    await expect(readMail(untold)).rejects.toThrow(RangeError);
    const levels = Array.from(
      { length: 60 },
      (_, i) => `--b${i}\r\nContent-Type: multipart/mixed; boundary=b${i + 1}\r\n\r\n`,
    );
    const nested = mail({ 'Content-Type': 'multipart/mixed; boundary=b0' }, levels.join(''));
    await expect(readMail(mail(mixed, multipart(...Array(10_000).fill('\r\nx'))))).rejects.toThrow(RangeError);
    await expect(readMail(nested)).rejects.toThrow(RangeError);
    await expect(readMail(mail({ To: 'a@b.example, '.repeat(50_000) }))).rejects.toThrow(RangeError);
  });

  it.each([
    ['an automatic answer', { 'Auto-Submitted': 'auto-replied' }],
    ['a bounce', { 'Return-Path': '<>' }],
    ['a delivery report', { 'Content-Type': 'multipart/report; report-type=delivery-status; boundary=b' }],
    ['a mail server', { From: 'MAILER-DAEMON@example.com' }],
    ['a list', { Precedence: 'list' }],
    ['a newsletter', { 'List-Unsubscribe': '<mailto:x@example.com>' }],
    ['a program that wants no answer', { 'X-Auto-Response-Suppress': 'All' }],
    ['a letter of ours', { 'X-Huiyin-Notice': 'QH-7KX4-M9P2-Q3T8#1' }],
    ['a mailbox that answers by itself', { 'X-Autoreply': 'yes' }],
    ['Outlook on holiday', { Subject: 'Automatic reply: 投诉' }],
    ['a returned letter', { Subject: '系统退信' }],
    ['a webmail on holiday', { Subject: '自动回复：已收到' }],
  ])('is told apart: %s', async (_, fields) => {
    expect((await readMail(mail(fields, 'x'))).automatic).toBeDefined();
  });

  it.each(['这是来自QQ邮箱的自动回复邮件。\n\n您好，您的邮件已收到。', '此邮件为系统自动回复，请勿回复。'])(
    'is told apart by its text: %s',
    async (text) => {
      const fields = { 'Content-Type': 'text/plain; charset=utf-8' };
      expect((await readMail(mail(fields, text))).automatic).toBeDefined();
    },
  );

  it.each([
    ['an ordinary letter', { 'Auto-Submitted': 'no', 'Return-Path': '<li@example.com>' }],
    ['a complaint about automatic answers', { Subject: '自动回复太敷衍，河水仍然发黑' }],
  ])('is not %s', async (_, fields) => expect((await readMail(mail(fields, 'x'))).automatic).toBeUndefined());
});
