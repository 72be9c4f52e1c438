import { describe, it } from 'vitest';
import { base64, encoded, file, gbk, html, JPEG, letter, multipart, part, plain } from '../../support/letters.ts';
import { expectSeen, type Seen } from '../../support/seen.ts';

const WORDS = '开发区电镀厂后门的暗管往沟里排绿水，沟边的草全死了。';
const NOREPLY = { From: `${encoded('县长信箱')} <noreply@portal.example>`, 'Return-Path': '<noreply@portal.example>' };
const LI = { 'Reply-To': `${encoded('贺女士')} <he@citizen.example>` };

const LETTERS: readonly (readonly [string, Uint8Array, Seen])[] = [
  [
    'a mailbox of the county head, the citizen in Reply-To',
    letter(plain(WORDS), { ...NOREPLY, ...LI }),
    { words: WORDS, name: '贺女士' },
  ],
  [
    'a portal that asks not to be answered',
    letter(plain(`本邮件由系统自动发送，请勿回复。\r\n网民贺女士在局长信箱留言：\r\n${WORDS}`), { ...NOREPLY }),
    { words: WORDS, flags: ['automatic'], contact: undefined },
  ],
  [
    'a portal that asks so below',
    letter(plain(`${WORDS}\r\n\r\n此邮件为系统自动发出，请勿直接回复。`), { ...NOREPLY, ...LI }),
    { words: WORDS, flags: ['automatic'] },
  ],
  [
    'a portal that says it is a machine',
    letter(html(`<table><tr><td>留言内容</td><td>${WORDS}</td></tr></table>`), {
      ...NOREPLY,
      ...LI,
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
    }),
    { words: WORDS, flags: ['automatic'] },
  ],
  [
    'a sender of newsletters',
    letter(plain(WORDS), { ...NOREPLY, ...LI, Precedence: 'bulk', 'List-Unsubscribe': '<https://p.example/u>' }),
    { words: WORDS, flags: ['automatic'] },
  ],
  [
    'a ticket system',
    letter(plain(WORDS), { ...NOREPLY, ...LI, 'X-Autorespond': '1', 'X-Ticket-ID': '5' }),
    { words: WORDS, flags: ['automatic'] },
  ],
  [
    'PHP, all bytes bare and no MIME',
    letter(Buffer.from(`\r\n${WORDS}\r\n`), {
      Subject: '留言',
      'MIME-Version': undefined,
      'X-PHP-Originating-Script': '0:a.php',
    }),
    { words: WORDS },
  ],
  [
    'PHP with HTML whose lines are bare line feeds',
    Buffer.from(
      letter(html(`<p>${WORDS}</p>`))
        .toString('latin1')
        .replaceAll('\r\n', '\n'),
      'latin1',
    ),
    { words: WORDS },
  ],
  [
    'PHP that begins with an empty line',
    Buffer.concat([Buffer.from('\r\n'), letter(plain(WORDS))]),
    { words: WORDS, name: '贺女士' },
  ],
  [
    'SAP, several parts in base64 all around',
    letter(
      (() => {
        const whole = multipart('mixed', plain(WORDS), file('照片.jpg', 'image/jpeg', JPEG)).toString('latin1');
        const [header, body] = [whole.slice(0, whole.indexOf('\r\n\r\n')), whole.slice(whole.indexOf('\r\n\r\n') + 4)];
        return part([header, 'Content-Transfer-Encoding: base64'], base64(Buffer.from(body, 'latin1')));
      })(),
      { 'X-Mailer': 'SAP NetWeaver 7.50' },
    ),
    { words: WORDS, files: ['照片.jpg'] },
  ],
  [
    'Lotus Notes, an encoding named in its own way',
    letter(part(['Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: BASE-64'], base64(WORDS))),
    { words: WORDS },
  ],
  [
    'a gateway that decoded the letter and left the name of the encoding',
    letter(part(['Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: base64'], WORDS)),
    { words: WORDS },
  ],
  [
    'a gateway that adds its warning to the HTML',
    letter(
      html(`<html><head /><body><div style="background:#ff0">外部邮件，谨慎点击链接。</div>${WORDS}</body></html>`),
    ),
    { words: WORDS },
  ],
  [
    'a gateway that puts the letter behind an explanation',
    letter(
      multipart(
        'mixed',
        plain('Spam detection software has marked this message.'),
        part(
          ['Content-Type: message/rfc822; x-spam-type=original'],
          letter(plain(WORDS), { Subject: encoded('举报') }),
        ),
      ),
    ),
    { words: 'Spam detection software', files: ['举报.eml'] },
  ],
  [
    'a copier that scans to mail',
    letter(multipart('mixed', plain(''), file('SCAN0001.PDF', 'application/pdf', '%PDF-1.4'))),
    { words: '来信', files: ['SCAN0001.PDF'], flags: ['no-text'] },
  ],
  [
    'a hotline that sends the order as a document of Word',
    letter(multipart('mixed', plain('详见附件'), file('工单.docx', 'application/octet-stream', 'PK\u0003\u0004'))),
    { words: '详见附件', files: ['工单.docx'] },
  ],
  [
    'a web form in ASCII with numbers for characters',
    letter(
      part(
        ['Content-Type: text/html; charset=us-ascii'],
        `<p>${[...WORDS].map((sign) => `&#${sign.codePointAt(0)};`).join('')}</p>`,
      ),
    ),
    { words: WORDS },
  ],
  [
    'an old portal in GBK that says UTF-8',
    letter(part(['Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: 8bit'], gbk(WORDS))),
    { words: WORDS },
  ],
  [
    'a gateway that names the letter in the subject of a bounce, though a person wrote it',
    letter(plain(`我寄给你们局的举报信被退回来了，再寄一次。${WORDS}`), { Subject: encoded('退信通知：举报信被退回') }),
    { words: WORDS, flags: ['automatic'] },
  ],
  [
    'a person who writes about office hours',
    letter(plain(WORDS), { Subject: 'Out of office hours discharge by the factory' }),
    { words: WORDS },
  ],
  [
    'a letter of ours that somebody wrote upon and sent back',
    letter(plain(WORDS), { 'X-Huiyin-Notice': 'QH-7KX4-M9P2-Q3T8#1' }),
    { words: WORDS, flags: ['automatic'] },
  ],
  [
    'a gateway that left half a character',
    letter(
      part(
        ['Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: 8bit'],
        Buffer.concat([Buffer.from(WORDS), Buffer.from([0xe6, 0xb0])]),
      ),
    ),
    { words: WORDS, flags: ['undecodable'], files: ['正文.txt'] },
  ],
  [
    'a part in an encoding that nobody knows',
    letter(
      multipart('mixed', plain(WORDS), part(['Content-Type: text/plain', 'Content-Transfer-Encoding: x-rot47'], 'F@@')),
    ),
    { words: WORDS, flags: ['left-out'], files: ['正文.txt'] },
  ],
];

describe('a letter as portals and gateways write it says what people saw, or that something is missing', () => {
  it.each(LETTERS)('%s', (_, raw, seen) => expectSeen(raw, seen).then(() => undefined));
});
