import { describe, it } from 'vitest';
import { base64, encoded, file, html, JPEG, letter, multipart, part, plain, printable } from '../../support/letters.ts';
import { expectSeen, type Seen } from '../../support/seen.ts';

const WORDS = '桥头那家烧烤店没有油烟净化器，油烟直往楼上灌，孩子不敢开窗。';
const MORE = '照片是昨天晚上九点拍的。';
const inline = (name: string, ...more: readonly string[]) =>
  part(
    [
      `Content-Type: image/jpeg; name=${name}`,
      `Content-Disposition: inline; filename=${name}`,
      'Content-Transfer-Encoding: base64',
      ...more,
    ],
    base64(JPEG),
  );

const LETTERS: readonly (readonly [string, Uint8Array, Seen])[] = [
  [
    'an iPhone',
    letter(
      part(
        ['Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: base64'],
        base64(`${WORDS}\n\n发自我的iPhone`),
      ),
      { 'X-Mailer': 'iPhone Mail (22A3354)' },
    ),
    { words: WORDS, without: ['发自我的'] },
  ],
  [
    'an iPhone with a photo between two paragraphs',
    letter(multipart('mixed', plain(WORDS), inline('IMG_0012.jpeg'), plain(`${MORE}\n发自我的iPhone`))),
    { words: WORDS + MORE, files: ['IMG_0012.jpeg'] },
  ],
  [
    'an iPhone in HTML with a photo in its place',
    letter(
      multipart(
        'alternative',
        plain(`${WORDS}\n\n${MORE}`),
        multipart(
          'related',
          html(
            `<html><head></head><body dir="auto">${WORDS}<div><br></div><img alt="IMG_0013.heic" src="cid:41A@icloud"><div>${MORE}</div></body></html>`,
          ),
          inline('IMG_0013.heic', 'Content-Id: <41A@icloud>'),
        ),
      ),
    ),
    { words: WORDS + MORE, files: ['IMG_0013.heic'] },
  ],
  [
    'an iPhone with a film too long for mail (Mail Drop)',
    letter(
      multipart(
        'alternative',
        plain(`${WORDS}`),
        html(
          `<html><body>${WORDS}<br><a href="https://www.icloud.example/attachment/?u=film&amp;f=video.mov">点按以下载</a> video.mov 88 MB</body></html>`,
        ),
      ),
    ),
    { words: 'https://www.icloud.example/attachment/?u=film&f=video.mov' },
  ],
  [
    'an iPad that writes flowed text, blanks deleted',
    letter(
      part(
        ['Content-Type: text/plain; charset=utf-8; format=flowed; delsp=yes', 'Content-Transfer-Encoding: 8bit'],
        `${WORDS.slice(0, 9)} \r\n${WORDS.slice(9, 20)} \r\n${WORDS.slice(20)}\r\n`,
      ),
    ),
    { words: WORDS },
  ],
  [
    'a Huawei with the name of the telephone first',
    letter(plain(`${WORDS}\n\n发自我的华为手机`)),
    { words: WORDS, without: ['华为'] },
  ],
  [
    'a Huawei with the letter below the line of the telephone',
    letter(plain(`来自华为手机\n\n${WORDS}`)),
    { words: WORDS },
  ],
  [
    'a Xiaomi, HTML in a body without a head',
    letter(html(`<body><div dir='auto'>${WORDS}<br><br></div><div>发自我的小米手机</div></body>`)),
    { words: WORDS },
  ],
  [
    'an OPPO, everything in one font tag',
    letter(
      multipart(
        'alternative',
        part(
          ['Content-Type: text/plain; charset="UTF-8"', 'Content-Transfer-Encoding: quoted-printable'],
          printable(WORDS),
        ),
        part(
          ['Content-Type: text/html; charset="UTF-8"', 'Content-Transfer-Encoding: quoted-printable'],
          printable(`<font size="3">${WORDS}</font>`),
        ),
      ),
    ),
    { words: WORDS },
  ],
  [
    'a vivo whose plain part says only where the HTML is',
    letter(
      multipart(
        'alternative',
        plain('请使用支持HTML的邮件程序查看本邮件'),
        html(`<html><body><p>${WORDS}</p></body></html>`),
      ),
    ),
    { words: WORDS, without: ['请使用支持'] },
  ],
  [
    'a Samsung',
    letter(
      multipart(
        'alternative',
        plain(`${WORDS}\n\n从我的 Galaxy 发送`),
        html(
          `<html><head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8"></head><body dir="auto">${WORDS}<div><br></div><div id="composer_signature" dir="auto"><div style="font-size:12px;color:#575757" dir="auto">从我的 Galaxy 发送</div></div></body></html>`,
        ),
      ),
    ),
    { words: WORDS },
  ],
  [
    'Netease Mail Master',
    letter(
      html(
        `<html><head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8"></head><body><style>font{line-height: 1.6;}</style><div id="edo-message">${WORDS}</div><!--😀--><div class="edo-signature" id="ntes-pcmac-signature"><a href="https://maas.mail.example/dashi-web-extend/html/proSignature.html?ftlId=1" style="display: block"><table><tr><td>贺女士</td></tr></table></a></div></body></html>`,
      ),
    ),
    { words: WORDS },
  ],
  [
    'the QQ app with a voice note',
    letter(multipart('mixed', plain(WORDS), file('录音.amr', 'audio/amr', Buffer.from('#!AMR\n')))),
    { words: WORDS, files: ['录音.amr'] },
  ],
  [
    'Gmail for Android, photo only',
    letter(
      multipart(
        'mixed',
        multipart('alternative', plain('\r\n'), html('<div dir="auto"></div>')),
        file('20261119_210300.jpg', 'image/jpeg', JPEG),
      ),
      { Subject: undefined },
    ),
    { words: '', files: ['20261119_210300.jpg'], flags: ['no-text'] },
  ],
  [
    'a telephone that puts all into the subject',
    letter(plain('\r\n'), { Subject: encoded(WORDS) }),
    { words: WORDS, flags: ['no-text'] },
  ],
  [
    'a file of a type that the telephone made up',
    letter(multipart('mixed', plain(WORDS), file('a.jpg', 'image', JPEG))),
    { words: WORDS, files: ['a.jpg'] },
  ],
  [
    'a file whose type is a word of Chinese',
    letter(multipart('mixed', plain(WORDS), file('说明.txt', '文本文档', '说明'))),
    { words: WORDS, files: ['说明.txt'] },
  ],
];

describe('a letter as telephones write it says what people saw, or that something is missing', () => {
  it.each(LETTERS)('%s', (_, raw, seen) => expectSeen(raw, seen).then(() => undefined));
});
