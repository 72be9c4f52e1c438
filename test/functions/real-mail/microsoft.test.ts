import { describe, it } from 'vitest';
import {
  encoded,
  file,
  gbk,
  html,
  JPEG,
  letter,
  multipart,
  PNG,
  part,
  plain,
  printable,
} from '../../support/letters.ts';
import { expectSeen, type Seen } from '../../support/seen.ts';

const WORDS = '河东村养猪场的粪水直接排进水渠，臭得睁不开眼，请派人来看。';
const MORE = '上个月也反映过，没有人来。';

const WORD_HEAD = `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office">
<head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><meta name="Generator" content="Microsoft Word 15">
<!--[if !mso]><style>v\\:* {behavior:url(#default#VML);}</style><![endif]--><style><!--
/* Font Definitions */ @font-face {font-family:宋体;} p.MsoNormal {margin:0cm;} --></style>
<!--[if gte mso 9]><xml><o:shapedefaults v:ext="edit" spidmax="1026" /></xml><![endif]--></head>`;

const outlook = (body: string) =>
  `${WORD_HEAD}<body lang="ZH-CN" link="#0563C1"><div class="WordSection1">${body}</div></body></html>`;

const OUTLOOK = { 'X-Mailer': 'Microsoft Outlook 16.0', 'Thread-Index': 'AdxZAbc=', 'Content-Language': 'zh-cn' };

const LETTERS: readonly (readonly [string, Uint8Array, Seen])[] = [
  [
    'Outlook with Word as its editor',
    letter(
      multipart(
        'alternative',
        plain(`${WORDS}\r\n\r\n${MORE}`),
        html(outlook(`<p class="MsoNormal">${WORDS}<o:p></o:p></p><p class="MsoNormal">${MORE}<o:p></o:p></p>`)),
      ),
      OUTLOOK,
    ),
    { words: WORDS + MORE },
  ],
  [
    'Outlook in GB2312, plain',
    letter(
      part(['Content-Type: text/plain; charset="gb2312"', 'Content-Transfer-Encoding: 8bit'], gbk(WORDS)),
      OUTLOOK,
    ),
    { words: WORDS },
  ],
  [
    'Outlook with a picture between the lines',
    letter(
      multipart(
        'related',
        multipart(
          'alternative',
          plain(`${WORDS}\r\n[cid:image001.png@01D9]\r\n${MORE}`),
          html(outlook(`<p>${WORDS}</p><p><img width="400" src="cid:image001.png@01D9"></p><p>${MORE}</p>`)),
        ),
        part(
          [
            'Content-Type: image/png; name="image001.png"',
            'Content-ID: <image001.png@01D9>',
            'Content-Transfer-Encoding: base64',
          ],
          PNG.toString('base64'),
        ),
      ),
      OUTLOOK,
    ),
    { words: MORE, files: ['image001.png'] },
  ],
  [
    'Outlook whose plain part is empty',
    letter(multipart('alternative', plain(''), html(outlook(`<p class="MsoNormal">${WORDS}</p>`))), OUTLOOK),
    { words: WORDS },
  ],
  [
    'Outlook that lost the picture it names',
    letter(html(outlook(`<p>${WORDS}</p><img src="cid:image009.jpg@01D9" alt="现场照片">`)), OUTLOOK),
    { words: WORDS, flags: ['left-out'] },
  ],
  [
    'Outlook in rich text, all in winmail.dat',
    letter(
      multipart('mixed', plain(WORDS), file('winmail.dat', 'application/ms-tnef', Buffer.from('789f3e22', 'hex'))),
      OUTLOOK,
    ),
    { words: WORDS, files: ['winmail.dat'] },
  ],
  [
    'Outlook on the web',
    letter(
      html(
        `<html><head><style type="text/css" style="display:none;"> P {margin-top:0;margin-bottom:0;} </style></head><body dir="ltr"><div style="font-family: Calibri" class="elementToProof">${WORDS}</div><div id="Signature"><div>贺</div></div></body></html>`,
      ),
    ),
    { words: WORDS },
  ],
  [
    'Outlook for telephones',
    letter(
      html(
        `<html><head></head><body><div dir="ltr">${WORDS}</div><div id="ms-outlook-mobile-signature"><div><br></div>获取 <a href="https://aka.ms/AAb9ysg">Outlook for Android</a></div></body></html>`,
      ),
    ),
    { words: WORDS },
  ],
  [
    'Outlook for Mac, quoted-printable',
    letter(
      part(
        ['Content-Type: text/plain; charset="UTF-8"', 'Content-Transfer-Encoding: quoted-printable'],
        printable(`${WORDS}\n${MORE}`),
      ),
      { 'User-Agent': 'Microsoft-MacOutlook/16.78' },
    ),
    { words: WORDS + MORE },
  ],
  [
    'a rule of Exchange that forwards',
    letter(plain(WORDS), {
      'Return-Path': '<hotline@bureau.example>',
      'X-MS-Exchange-Generated-Message-Source': 'Mailbox Rules Agent',
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'Resent-From': '<hotline@bureau.example>',
      'X-MS-Exchange-Inbox-Rules-Loop': 'hotline@bureau.example',
    }),
    { words: WORDS, flags: ['automatic'] },
  ],
  [
    'a rule of Exchange that redirects with an empty return path',
    letter(plain(WORDS), { 'Return-Path': '<>', 'X-MS-Exchange-Parent-Message-Id': '<1@citizen.example>' }),
    { words: WORDS, flags: ['automatic'] },
  ],
  [
    'Exchange that forwards as an attachment',
    letter(
      multipart(
        'mixed',
        plain('请阅处。'),
        part(['Content-Type: message/rfc822'], letter(plain(`${WORDS}${MORE}`), { Subject: encoded('举报') })),
      ),
      { 'X-MS-Has-Attach': 'yes', 'X-Auto-Response-Suppress': 'OOF' },
    ),
    { words: WORDS, files: ['举报.eml'], flags: ['automatic'] },
  ],
  [
    'an encrypted letter of Outlook',
    letter(
      part(
        [
          'Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name="smime.p7m"',
          'Content-Disposition: attachment; filename="smime.p7m"',
          'Content-Transfer-Encoding: base64',
        ],
        Buffer.from('30820102', 'hex').toString('base64'),
      ),
    ),
    { words: '来信', files: ['smime.p7m'], flags: ['no-text'] },
  ],
  [
    'a signed letter of Outlook',
    letter(
      multipart(
        'signed; protocol="application/pkcs7-signature"; micalg=sha-256',
        plain(WORDS),
        file('smime.p7s', 'application/pkcs7-signature', Buffer.from('3082', 'hex')),
      ),
    ),
    { words: WORDS, files: ['smime.p7s'] },
  ],
  [
    'Outlook with a photo and an address book that writes names by surname',
    letter(multipart('mixed', plain(WORDS), file('现场.jpg', 'image/jpeg', JPEG)), {
      ...OUTLOOK,
      From: 'He, Xiaomei <he@citizen.example>',
    }),
    { words: WORDS, files: ['现场.jpg'], name: 'He, Xiaomei' },
  ],
];

describe('a letter as the programs of Microsoft write it says what people saw, or that something is missing', () => {
  it.each(LETTERS)('%s', (_, raw, seen) => expectSeen(raw, seen).then(() => undefined));
});
