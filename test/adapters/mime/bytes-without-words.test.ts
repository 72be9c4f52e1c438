import { describe, expect, it } from 'vitest';
import { readMail } from '../../../adapters/mime/read-mail.ts';
import { base64, gbk, html, letter, multipart, part, plain, printable } from '../../support/letters.ts';

const WORDS = '南门外的水泥厂白天黑夜冒灰，窗台一天一层。';
const TEXT = 'Content-Type: text/plain; charset=utf-8';

const textOf = async (raw: Uint8Array) => (await readMail(raw)).text.replace(/\s+/g, ' ');
const encodedAs = (encoding: string, body: string | Uint8Array, type = TEXT) =>
  letter(part([type, `Content-Transfer-Encoding: ${encoding}`], body));

describe('HTML that browsers show is read', () => {
  it.each([
    ['a head that closes itself', `<html><head/><body>${WORDS}</body></html>`],
    ['a head that nobody closed', `<html><head><meta charset="utf-8"><body>${WORDS}</body></html>`],
    ['a head alone, the words in it', `<head><div>${WORDS}</div></head>`],
    ['a style that nobody closed', `<style>p{color:red}<p>${WORDS}</p>`],
    ['a title that nobody closed', `<title>来信<body><p>${WORDS}</p></body>`],
    ['a comment that nobody closed', `<!-- begin <p>${WORDS}</p>`],
    ['a script that nobody closed', `<script>var a = 1;<p>${WORDS}</p>`],
    ['a condition of Outlook', `<!--[if mso]>x<![endif]--><![if !mso]><p>${WORDS}</p><![endif]>`],
    ['no body', WORDS],
    ['only a body', `<body>${WORDS}`],
    ['what stands without scripts', `<noscript>${WORDS}</noscript>`],
    ['a field of a form', `<form><input type="text" value="${WORDS}"></form>`],
    ['a box of a form', `<textarea>${WORDS}</textarea>`],
    ['a frame of tables', `<table><tr><td><table><tr><td>${WORDS}</td></tr></table></td></tr></table>`],
    ['numbers for characters, no semicolons', [...WORDS].map((sign) => `&#${sign.codePointAt(0)}`).join('')],
    ['upper case', `<HTML><HEAD><TITLE>x</TITLE></HEAD><BODY><P>${WORDS}</P></BODY></HTML>`],
    ['a tag that never ends', `<p>${WORDS}</p><div`],
  ])('with %s', async (_, written) => expect(await textOf(letter(html(written)))).toContain(WORDS));

  it('keeps lines that were formatted before, and what looks like a tag and is none', async () => {
    const { text } = await readMail(letter(html('<pre>一\n二</pre>浓度 5 < 6，找王工<wang@c.example>')));
    expect(text).toBe('一\n二浓度 5 < 6，找王工<wang@c.example>');
  });

  it('has the address of each link behind its words, once', async () => {
    const links = [
      '<a href="https://f.example/a?b=1&amp;c=2">视频</a>',
      '<a href="https://f.example/">f.example</a>',
      '<a href="mailto:wang@c.example">王工</a>',
      '<a href="#top">上</a><a href="tel:1">电话</a>',
      '<a href="http://g.example/x"><img src="cid:none" width="1" height="1">照片',
    ].join('；');
    const { text, lacks } = await readMail(letter(html(links)));
    expect(text).toBe(
      '视频 <https://f.example/a?b=1&c=2>；f.example；王工 <wang@c.example>；上电话；照片 <http://g.example/x>',
    );
    expect(lacks).toBe(false);
  });

  it('marks what it quotes, as plain text does', async () => {
    const { own, quoted } = await readMail(
      letter(html(`<p>${WORDS}</p><blockquote type="cite"><p>旧信</p><p>两行</p></blockquote>`)),
    );
    expect([own, quoted.replace(/\n+/g, '\n')]).toEqual([WORDS, '> 旧信\n> 两行']);
  });
});

describe('an encoding that was not kept to is read all the same', () => {
  const lines = ['南门外的水泥厂', '白天黑夜冒灰，', '窗台一天一层。'];
  it.each([
    ['base64 of each line', encodedAs('base64', lines.map((line) => base64(line)).join('\r\n')), lines.join('')],
    [
      'base64 in two pieces',
      encodedAs('base64', `${base64(lines[0]!)}\r\n\r\n${base64(lines[1]!)}`),
      lines[0]! + lines[1]!,
    ],
    ['base64 of each line in one', encodedAs('base64', lines.map((line) => base64(line)).join('')), lines.join('')],
    ['base64 without its padding', encodedAs('base64', base64(WORDS).replace(/=+$/, '')), WORDS],
    ['base64 for addresses', encodedAs('base64', Buffer.from(WORDS).toString('base64url')), WORDS],
    [
      'base64 with a footer',
      encodedAs('base64', `${base64(WORDS)}\r\n\r\n--\r\nList footer, not encoded`),
      `${WORDS} -- List footer, not encoded`,
    ],
    ['base64 by another name', encodedAs('x-base-64', base64(WORDS)), WORDS],
    ['base64 that is none any more', encodedAs('base64', WORDS), WORDS],
    ['English under base64', encodedAs('base64', 'The plant emits dust'), 'The plant emits dust'],
    ['base64 that nobody names', encodedAs('7bit', base64(WORDS)), WORDS],
    ['quoted-printable by another name', encodedAs('quoted_printable', printable(WORDS)), WORDS],
    ['quoted-printable that is none', encodedAs('quoted-printable', WORDS), WORDS],
    ['a charset for an encoding', encodedAs('utf-8', WORDS), WORDS],
    [
      'text that is flowed',
      letter(part([`${TEXT}; format=flowed; delsp=yes`], '南门外 \r\n的水泥厂 \r\n冒灰')),
      '南门外的水泥厂冒灰',
    ],
    [
      'text that is flowed with its blanks',
      letter(part([`${TEXT}; format=flowed`], 'the plant \r\nemits \r\n dust')),
      'the plant emits dust',
    ],
    [
      'rich text of old',
      letter(part(['Content-Type: text/richtext; charset=utf-8'], `<bold>${WORDS}</bold><nl>`)),
      WORDS,
    ],
    ['a text of a kind that nobody knows', letter(part(['Content-Type: text/x-note; charset=gbk'], gbk(WORDS))), WORDS],
    ['a type of one word', letter(part(['Content-Type: text'], WORDS)), WORDS],
    ['HTML by one word', letter(part(['Content-Type: html'], `<p>${WORDS}</p>`)), WORDS],
    ['a type that forgot its semicolon', letter(part(['Content-Type: text/plain charset=gbk'], gbk(WORDS))), WORDS],
  ])('%s', async (_, raw, words) => expect(await textOf(raw)).toBe(words));
});

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
