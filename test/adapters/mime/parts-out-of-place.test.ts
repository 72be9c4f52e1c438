import { describe, expect, it } from 'vitest';
import { readMail } from '../../../adapters/mime/read-mail.ts';
import { base64, html, letter, multipart, part, plain } from '../../support/letters.ts';
import { encodedAs, TEXT, textOf, WORDS } from '../../support/read-letters.ts';

describe('a letter whose parts are not where they should be is read', () => {
  const inside = multipart('mixed', plain(WORDS)).toString('latin1');
  const [header, body] = [inside.split('\r\n\r\n')[0]!, inside.slice(inside.indexOf('\r\n\r\n') + 4)];
  const wrapped = part([header, 'Content-Transfer-Encoding: base64'], base64(Buffer.from(body, 'latin1')));

  it.each([
    ['all of them in base64', letter(wrapped)],
    [
      'all of them in quoted-printable',
      letter(
        part(
          [header, 'Content-Transfer-Encoding: quoted-printable'],
          Buffer.from(body.replaceAll('=', '=3D'), 'latin1'),
        ),
      ),
    ],
    ['some of them in base64', letter(multipart('mixed', plain('第一部分'), wrapped, plain('最后')))],
    ['no boundary in the header', letter(part(['Content-Type: multipart/mixed'], Buffer.from(body, 'latin1')))],
    [
      'another boundary in the header',
      letter(part(['Content-Type: multipart/mixed; boundary=other'], Buffer.from(body, 'latin1'))),
    ],
    ['no last boundary', letter(inside.slice(0, inside.lastIndexOf('\r\n------')))],
    ['no parts', letter(part(['Content-Type: multipart/mixed; boundary=b'], WORDS))],
    [
      'a multipart of one word',
      letter(part(['Content-Type: multipart; boundary=b'], `--b\r\n${TEXT}\r\n\r\n${WORDS}\r\n--b--`)),
    ],
  ])('%s', async (_, raw) => expect(await textOf(raw)).toContain(WORDS));

  it.each([
    ['an empty line', '\r\n'],
    ['several, with blanks', '\r\n \r\n\t\n'],
    ['a mark of UTF-8', '\ufeff'],
    ['the line of a mailbox file', 'From he@c.example Fri Nov 20 21:03:00 2026\r\n'],
    ['that line, marked', '>From - Fri Nov 20 21:03:00 2026\r\n\r\n'],
    ['the hops, then an empty line', 'Received: from a by b;\r\n\tFri, 20 Nov 2026\r\n\r\n'],
  ])('its header stands below %s', async (_, above) => {
    const raw = Buffer.concat([Buffer.from(above), letter(plain(WORDS))]);
    expect(await readMail(raw)).toMatchObject({
      text: WORDS,
      subject: '来信',
      writer: { address: 'he@citizen.example' },
    });
  });

  it('its header is cut in two by an empty line', async () => {
    const raw = `From: he@c.example\r\nSubject: x\r\n\r\n${TEXT}\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64(WORDS)}`;
    expect(await readMail(Buffer.from(raw))).toMatchObject({ text: WORDS, subject: 'x' });
  });

  it('a person who writes field by field has written a letter', async () => {
    const raw = `From: he@c.example\r\n${TEXT}\r\nSubject: x\r\n\r\nwhere: south gate\r\nwhat: dust\r\n\r\nhelp`;
    expect(await textOf(Buffer.from(raw))).toBe('where: south gate what: dust help');
  });
});

describe('of a letter that is written in several ways', () => {
  const read = async (...ways: readonly Buffer[]) => readMail(letter(multipart('alternative', ...ways)));
  const page = html(`<p>${WORDS}</p>`);

  it.each([
    ['that HTML is needed', '您的程序不支持HTML，请用别的程序打开这封信，谢谢您的理解。'],
    ['the beginning', '南门外的水泥厂'],
    ['something else', '这是一封由办公系统转来的信件，编号20261120。'],
  ])('the words that people see are the text when the plain part says %s, which is kept apart', async (_, said) => {
    expect(await read(plain(said), page)).toMatchObject({ own: WORDS, text: expect.stringContaining(WORDS) });
  });

  it.each([
    ['is empty', html('<div><br></div>')],
    ['says the same', page],
    ['says less', html('<p>南门外的水泥厂</p>')],
  ])('the plain part is the text when the HTML %s', async (_, other) => {
    expect((await read(plain(`${WORDS}\n再说一遍。`), other)).text).toContain('再说一遍。');
  });

  it('those of the plain part are read with them where it says more', async () => {
    const { own } = await read(plain(`${WORDS}${WORDS}`), html('<p>请用纯文本方式阅读本信</p>'));
    expect(own).toBe(`请用纯文本方式阅读本信\n\n${WORDS}${WORDS}`);
  });

  it('none is lost that only the plain part has', async () => {
    const { quoted } = await read(plain('请看网页版，另附工单编号20261120-7。'), page);
    expect(quoted).toContain('20261120-7');
  });
});

describe('what stands in the text is a file of the letter', () => {
  const uuencoded = 'begin 644 a.txt\r\n#86)C\r\n`\r\nend\r\n';
  it.each([
    [
      'a picture pasted into HTML',
      html('<img src="data:image/png;base64,iVBORw0KGgo=">'),
      '图片1.png',
      '89504e470d0a1a0a',
    ],
    ['one without quotes', html('<img src=data:image/gif;base64,R0lGODdh width=9>'), '图片1.gif', '474946383761'],
    [
      'one over several lines',
      html("<img src='data:image/png;base64,iVBO\r\nRw0KGgo='>"),
      '图片1.png',
      '89504e470d0a1a0a',
    ],
    [
      'one behind a charset',
      html('<img src="data:image/png;charset=utf-8;base64,iVBORw0KGgo=">'),
      '图片1.png',
      '89504e470d0a1a0a',
    ],
    ['a drawing', html('<img src="data:image/svg+xml,%3Csvg/%3E">'), '图片1', '3c7376672f3e'],
    ['a file of the time before MIME', plain(`${WORDS}\r\n${uuencoded}`), 'a.txt', '616263'],
    [
      'bytes that call themselves text',
      part([TEXT, 'Content-Transfer-Encoding: base64'], base64('\0\u0001')),
      '',
      '0001',
    ],
    ['bytes that are nothing', part([TEXT, 'Content-Transfer-Encoding: base64'], base64('\0\0')), '', '0000'],
  ])('%s', async (_, content, name, bytes) => {
    const { attachments, lacks, text } = await readMail(letter(content));
    expect(attachments.map((one) => [one.name, one.bytes().toString('hex')])).toEqual([[name, bytes]]);
    expect([lacks, text.includes('begin')]).toEqual([false, false]);
  });

  it('however long it is, the words below it are read', async () => {
    const photo = Buffer.alloc(3_000_000, 7).toString('base64');
    const { text, attachments } = await readMail(
      letter(html(`<img src="data:image/png;base64,${photo}"><p>${WORDS}</p>`)),
    );
    expect([text, attachments[0]!.bytes().length]).toEqual([WORDS, 3_000_000]);
  });
});

describe('what did not come with a letter stands in it by its name', () => {
  it.each([
    ['a picture on the net', '<img src="https://p.example/1.jpg">', '[图片：https://p.example/1.jpg]'],
    ['a picture that was dropped', '<img src="cid:x@y" alt="现场.jpg">', '[图片：现场.jpg]'],
    ['one without a name', '<img src="cid:x@y">', '[图片：x@y]'],
    ['a file of the sender’s own disk', '<img src="file:///C:/1.jpg">', '[图片：file:///C:/1.jpg]'],
    ['a film', '<video src="https://p.example/1.mp4"></video>', '[视频：https://p.example/1.mp4]'],
  ])('%s', async (_, written, name) => {
    expect(await readMail(letter(html(`${WORDS}${written}`)))).toMatchObject({ text: `${WORDS}${name}`, lacks: true });
  });

  it.each([
    ['a text beyond what we read', letter(plain('灰'.repeat(400_000)))],
    ['an encoding that nobody knows', encodedAs('x-secret', 'F@@')],
    [
      'more files than we look at',
      letter(multipart('mixed', ...Array.from({ length: 101 }, () => part(['Content-Type: image/png'], 'x')))),
    ],
  ])('or the letter is told to lack something: %s', async (_, raw) =>
    expect(await readMail(raw)).toMatchObject({ lacks: true }),
  );
});
