import { describe, it } from 'vitest';
import { base64, encoded, file, gbk, html, JPEG, letter, multipart, part } from '../../support/letters.ts';
import { expectSeen, type Seen } from '../../support/seen.ts';

const WORDS = '白塔镇石料厂每天后半夜破碎石头，粉尘落满窗台，老人咳个不停。';
const MORE = '环保设备白天才开，晚上从来不开。';

const gbPart = (type: string, text: string) =>
  part([`Content-Type: ${type}; charset="gb18030"`, 'Content-Transfer-Encoding: base64'], base64(gbk(text)));

const QQ = { 'X-QQ-SSF': '0001', 'X-QQ-mid': 'webmail7t', 'X-Mailer': 'QQMail 2.x', 'X-QQ-STYLE': '' };
const NETEASE = { 'X-Mailer': 'Coremail Webmail Server Version XT5.0.14', 'X-CM-TRANSID': 'a' };

const LETTERS: readonly (readonly [string, Uint8Array, Seen])[] = [
  [
    'QQ on the web',
    letter(
      multipart(
        'alternative',
        gbPart('text/plain', `${WORDS}\r\n\r\n${MORE}`),
        gbPart('text/html', `<div>${WORDS}</div><div><br></div><div>${MORE}</div>`),
      ),
      QQ,
    ),
    { words: WORDS + MORE },
  ],
  [
    'QQ with its tail of a signature',
    letter(
      gbPart(
        'text/html',
        `<meta http-equiv="Content-Type" content="text/html; charset=GB18030"><div style="position:relative;"><div>${WORDS}</div><div id="QQMailSignature" class="mail-footer"><hr style="margin: 0"><div>贺</div></div></div><div><!--emptysign--></div>`,
      ),
      QQ,
    ),
    { words: WORDS },
  ],
  [
    'QQ with a photo between the lines',
    letter(
      multipart(
        'related; type="multipart/alternative"',
        multipart(
          'alternative',
          gbPart('text/plain', `${WORDS}`),
          gbPart('text/html', `<div>${WORDS}<img src="cid:5A2B@9F3C.jpg" modifysize="50%"></div>`),
        ),
        part(
          [
            `Content-Type: image/jpeg; name="${encoded('照片1.jpg')}"`,
            'Content-Transfer-Encoding: base64',
            'Content-ID: <5A2B@9F3C.jpg>',
          ],
          base64(JPEG),
        ),
      ),
      QQ,
    ),
    { words: WORDS, files: ['照片1.jpg'] },
  ],
  [
    'QQ with a large attachment behind a link',
    letter(
      multipart(
        'alternative',
        gbPart('text/plain', `${WORDS}\r\n从QQ邮箱发来的超大附件\r\n夜间粉尘.mp4 (96.2M) 进入下载页面`),
        gbPart(
          'text/html',
          `<div>${WORDS}</div><div id="QQMailBigAttach"><div>从QQ邮箱发来的超大附件</div><div><a href="https://wx.mail.example/ftn/download?func=3&amp;k=ab12&amp;code=77">夜间粉尘.mp4</a> (96.2M)</div></div>`,
        ),
      ),
      QQ,
    ),
    { words: 'https://wx.mail.example/ftn/download?func=3&k=ab12&code=77' },
  ],
  [
    'QQ that answers itself to a list of two',
    letter(gbPart('text/html', `<div>${WORDS}</div>`), { ...QQ, To: 'complaints@huiyin.example, a@b.example' }),
    { words: WORDS },
  ],
  [
    'QQ whose From is raw bytes of GB18030',
    Buffer.concat([
      Buffer.from('From: "'),
      gbk('贺女士'),
      Buffer.from('" <he@citizen.example>\r\n'),
      letter(gbPart('text/plain', WORDS), { ...QQ, From: undefined }),
    ]),
    { words: WORDS, name: '贺女士' },
  ],
  [
    'QQ that passes on a letter',
    letter(
      gbPart(
        'text/html',
        `<div>请处理</div><div style="font-size: 12px;">------------------&nbsp;转发邮件&nbsp;------------------</div><div><b>发件人:</b>&nbsp;"贺"&lt;he@citizen.example&gt;;</div><div><b>发送时间:</b>&nbsp;2026年11月20日</div><div>${WORDS}</div>`,
      ),
      QQ,
    ),
    { words: WORDS },
  ],
  [
    '163 on the web',
    letter(
      multipart(
        'alternative',
        gbPart('text/plain', `${WORDS}\r\n${MORE}`),
        gbPart(
          'text/html',
          `<div style="line-height:1.7;color:#000000;font-size:14px;font-family:Arial"><p>${WORDS}</p><p>${MORE}</p></div><br><br><span title="neteasefooter"><p>&nbsp;</p></span>`,
        ),
      ),
      NETEASE,
    ),
    { words: WORDS + MORE },
  ],
  [
    '163 with a file in the cloud',
    letter(
      multipart(
        'alternative',
        gbPart('text/plain', WORDS),
        gbPart(
          'text/html',
          `<div>${WORDS}</div><div class="netease-attDown"><a href="https://dashi.example/file?t=1&n=video.mp4" download="video.mp4">从网易126邮箱发来的云附件</a></div>`,
        ),
      ),
      NETEASE,
    ),
    { words: 'https://dashi.example/file?t=1&n=video.mp4' },
  ],
  [
    '126 with files named in GBK',
    letter(
      multipart(
        'mixed',
        gbPart('text/plain', WORDS),
        part(
          [
            `Content-Type: image/jpeg; name="=?GBK?B?${gbk('粉尘.jpg').toString('base64')}?="`,
            'Content-Transfer-Encoding: base64',
            `Content-Disposition: attachment; filename="=?GBK?B?${gbk('粉尘.jpg').toString('base64')}?="`,
          ],
          base64(JPEG),
        ),
      ),
      NETEASE,
    ),
    { words: WORDS, files: ['粉尘.jpg'] },
  ],
  [
    'Foxmail with its own frame',
    letter(
      multipart(
        'alternative',
        part(
          ['Content-Type: text/plain;\r\n\tcharset="GB2312"', 'Content-Transfer-Encoding: base64'],
          base64(gbk(`${WORDS}\r\n\r\n\r\n\r\n贺女士`)),
        ),
        part(
          ['Content-Type: text/html;\r\n\tcharset="GB2312"', 'Content-Transfer-Encoding: base64'],
          base64(
            gbk(
              `<html><head><meta http-equiv="content-type" content="text/html; charset=GB2312"><style>body { line-height: 1.5; }</style></head><body>\n<div><span></span>${WORDS}</div>\n<div><br></div><hr style="WIDTH: 210px; HEIGHT: 1px" color="#b5c4df" size="1" align="left">\n<div><span><div>贺女士</div></span></div>\n</body></html>`,
            ),
          ),
        ),
      ),
      { 'X-Mailer': 'Foxmail 7.2.25.492[cn]', 'X-Priority': '3' },
    ),
    { words: WORDS },
  ],
  [
    'Foxmail with a photo pasted from the clipboard',
    letter(html(`<div>${WORDS}</div><img src="data:image/png;base64,iVBORw0KGgoAAAANSUhEUg==">`), {
      'X-Mailer': 'Foxmail 7.2',
    }),
    { words: WORDS, files: ['图片1.png'] },
  ],
  [
    'Sina with HTML alone',
    letter(gbPart('text/html', `${WORDS}<br/><br/>${MORE}`), { 'X-Mailer': 'Sina WebMail 4.0' }),
    { words: WORDS + MORE },
  ],
  [
    'Sohu, no charset said',
    letter(part(['Content-Type: text/html', 'Content-Transfer-Encoding: 8bit'], gbk(`<p>${WORDS}</p>`)), {
      'X-Mailer': 'Sohu Webmail 2.0',
    }),
    { words: WORDS },
  ],
  [
    '139 of China Mobile with its card',
    letter(
      html(
        `<div>${WORDS}</div><div id="signContainer"><table><tr><td><b>贺女士</b></td></tr><tr><td>电子名片新出VIP模板啦，快来体验&gt;&gt;</td></tr></table></div>`,
      ),
      { 'X-RM-OA-ENC-TYPE': '0' },
    ),
    { words: WORDS },
  ],
  [
    '189 of China Telecom, base64 in lines of one',
    letter(
      part(
        ['Content-Type: text/plain; charset=UTF-8', 'Content-Transfer-Encoding: base64'],
        [WORDS, MORE].map((line) => base64(`${line}\r\n`)).join('\r\n'),
      ),
    ),
    { words: WORDS + MORE },
  ],
  [
    'Aliyun with a stylesheet that is not closed',
    letter(html(`<html><head><style>.x{color:red}<body><div class="__aliyun_email_body_block">${WORDS}</div></body>`)),
    { words: WORDS },
  ],
  [
    'a mailbox of a company on Coremail, text without a type',
    letter(Buffer.from(`\r\n${WORDS}`), { ...NETEASE, 'Content-Transfer-Encoding': '8bit' }),
    { words: WORDS },
  ],
  [
    'QQ of a person whose address was typed in full width',
    letter(gbPart('text/plain', WORDS), { From: '贺女士 <he＠citizen。example>' }),
    { words: WORDS },
  ],
  [
    '163 with a form as a workbook',
    letter(
      multipart('mixed', gbPart('text/plain', WORDS), file('投诉表.xls', 'application/octet-stream', 'no workbook')),
    ),
    { words: WORDS, files: ['投诉表.xls'] },
  ],
];

describe('a letter as Chinese mailboxes write it says what people saw, or that something is missing', () => {
  it.each(LETTERS)('%s', (_, raw, seen) => expectSeen(raw, seen).then(() => undefined));
});
