import { describe, it } from 'vitest';
import { base64, encoded, html, JPEG, letter, multipart, part, plain, printable } from '../../support/letters.ts';
import { expectSeen, type Seen } from '../../support/seen.ts';

const WORDS = '沿江路垃圾转运站的渗滤液流到路上，整条街都是臭味，学校就在对面。';
const MORE = '早上六点和下午四点最重。';
const GROUP = {
  Precedence: 'list',
  'Mailing-list': 'list tousu@bureau.example; contact tousu+owners@bureau.example',
  'List-ID': '<tousu.bureau.example>',
  'List-Post': '<mailto:tousu@bureau.example>',
  'List-Unsubscribe': '<mailto:unsubscribe@bureau.example>',
};

const LETTERS: readonly (readonly [string, Uint8Array, Seen])[] = [
  [
    'Gmail',
    letter(
      multipart(
        'alternative',
        plain(`${WORDS}\r\n\r\n${MORE}\r\n`),
        html(`<div dir="ltr">${WORDS}<div><br></div><div>${MORE}</div></div>`),
      ),
    ),
    { words: WORDS + MORE },
  ],
  [
    'Gmail with a film on a drive',
    letter(
      multipart(
        'alternative',
        plain(`${WORDS}\r\n film.mp4\r\n<https://drive.example/file/d/1a/view?usp=drive_web>\r\n`),
        html(
          `<div dir="ltr">${WORDS}<div class="gmail_chip"><a href="https://drive.example/file/d/1a/view?usp=drive_web">film.mp4</a></div></div>`,
        ),
      ),
    ),
    { words: 'https://drive.example/file/d/1a/view?usp=drive_web' },
  ],
  [
    'Gmail with a picture in its place',
    letter(
      multipart(
        'related',
        multipart(
          'alternative',
          plain(`${WORDS}\r\n[image: image.png]\r\n${MORE}`),
          html(`<div>${WORDS}<br><img src="cid:ii_m1" alt="image.png"><br>${MORE}</div>`),
        ),
        part(
          [
            'Content-Type: image/png; name="image.png"',
            'Content-Disposition: attachment; filename="image.png"',
            'Content-Transfer-Encoding: base64',
            'Content-ID: <ii_m1>',
          ],
          base64(JPEG),
        ),
      ),
    ),
    { words: MORE, files: ['image.png'] },
  ],
  [
    'a group of Google',
    letter(plain(WORDS), { ...GROUP, 'X-Original-Sender': 'he@citizen.example' }),
    { words: WORDS, flags: ['automatic'] },
  ],
  [
    'a group of Google that writes in its own name',
    letter(plain(WORDS), {
      ...GROUP,
      From: `${encoded("'贺女士' via 投诉")} <tousu@bureau.example>`,
      'Reply-To': 'he@citizen.example',
      'X-Original-Sender': 'he@citizen.example',
    }),
    { words: WORDS, flags: ['automatic'] },
  ],
  [
    'a list of Mailman with its footer as plain text behind base64',
    letter(
      part(
        ['Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: base64'],
        `${base64(WORDS)}\r\n\r\n_______________________________________________\r\nShequ mailing list\r\nShequ@lists.example\r\n`,
      ),
      { ...GROUP, 'X-Mailman-Version': '2.1.39' },
    ),
    { words: WORDS, flags: ['automatic'] },
  ],
  [
    'a list of Mailman with its footer as a part',
    letter(multipart('mixed', plain(WORDS), plain('_____\r\nShequ mailing list')), GROUP),
    { words: WORDS, flags: ['automatic'] },
  ],
  [
    'groups.io',
    letter(multipart('alternative', plain(WORDS), html(`<p>${WORDS}</p>`)), {
      ...GROUP,
      'Reply-To': 'main@groups.example, he@citizen.example',
    }),
    { words: WORDS, flags: ['automatic'] },
  ],
  [
    'Yahoo',
    letter(
      multipart(
        'alternative',
        plain(`${WORDS}`),
        html(
          `<html><head></head><body><div class="ydpyahoo-style-wrap" style="font-family:Helvetica"><div dir="ltr">${WORDS}</div></div></body></html>`,
        ),
      ),
    ),
    { words: WORDS },
  ],
  [
    'Thunderbird, flowed',
    letter(
      part(
        ['Content-Type: text/plain; charset=UTF-8; format=flowed', 'Content-Transfer-Encoding: 8bit'],
        `${WORDS}\r\n\r\n${MORE}\r\n`,
      ),
      { 'User-Agent': 'Mozilla Thunderbird' },
    ),
    { words: WORDS + MORE },
  ],
  [
    'Apple Mail, which says Apple',
    letter(
      multipart(
        'alternative',
        part(
          ['Content-Transfer-Encoding: quoted-printable', 'Content-Type: text/plain;\r\n\tcharset=utf-8'],
          printable(WORDS),
        ),
        multipart(
          'related;\r\n\ttype="text/html"',
          html(
            `<html><body style="overflow-wrap: break-word;">${WORDS}<br id="lineBreakAtBeginningOfMessage"></body></html>`,
          ),
        ),
      ),
      { 'Mime-Version': '1.0 (Mac OS X Mail 16.0 \\(3774.600.62\\))' },
    ),
    { words: WORDS },
  ],
  [
    'Proton',
    letter(multipart('alternative', plain(WORDS), html(`<div style="font-family: Arial">${WORDS}</div>`))),
    { words: WORDS },
  ],
  [
    'mutt',
    letter(
      part(
        ['Content-Type: text/plain; charset=utf-8', 'Content-Disposition: inline', 'Content-Transfer-Encoding: 8bit'],
        WORDS,
      ),
    ),
    { words: WORDS },
  ],
  [
    'a script of the shell, nothing but a body',
    letter(Buffer.from(`\r\n${WORDS}\r\n`), { 'MIME-Version': undefined, From: 'he@citizen.example (贺女士)' }),
    { words: WORDS },
  ],
  [
    'KMail with a vCard',
    letter(
      multipart(
        'mixed',
        plain(WORDS),
        part(
          ['Content-Type: text/x-vcard; name="he.vcf"', 'Content-Disposition: attachment; filename="he.vcf"'],
          'BEGIN:VCARD',
        ),
      ),
    ),
    { words: WORDS, files: ['he.vcf'] },
  ],
  [
    'Eudora in enriched text',
    letter(
      part(
        ['Content-Type: text/enriched; charset=utf-8', 'Content-Transfer-Encoding: 8bit'],
        `<fontfamily><param>宋体</param><bold>${WORDS}</bold></fontfamily>\r\n\r\n${MORE} a << b`,
      ),
    ),
    { words: `${WORDS}${MORE} a < b`, without: ['fontfamily', 'bold', '宋体'] },
  ],
  [
    'Evolution with a picture from the net',
    letter(html(`<p>${WORDS}</p><img src="https://photos.example/a/1.jpg" width="600">`)),
    { words: `${WORDS}[图片：https://photos.example/a/1.jpg]`, flags: ['left-out'] },
  ],
];

describe('a letter as groups and the programs of the world write it says what people saw', () => {
  it.each(LETTERS)('%s', (_, raw, seen) => expectSeen(raw, seen).then(() => undefined));
});
