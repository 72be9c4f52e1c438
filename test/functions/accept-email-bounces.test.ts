import { describe, expect, it } from 'vitest';
import { base64, encoded, html, letter, multipart, part, plain } from '../support/letters.ts';
import { type MailIntake, mailIntake, receive } from '../support/mail-intake.ts';

const NOW = '2026-11-20T13:03:00.000Z';
const HE = 'he@citizen.example';
const OURS = '<5f0c1d@huiyin.example>';
const LETTER = { noticeId: 'QH-7KX4-M9P2-Q3T8#2#complainant', to: HE };

async function wrote(): Promise<MailIntake> {
  const deps = mailIntake();
  await deps.sentLetters.remember(OURS, LETTER, NOW);
  return deps;
}

const HOST = { From: 'MAILER-DAEMON@mx.example', 'Return-Path': '<>', To: 'notice@huiyin.example' };
const COPY = `Received: from huiyin.example\r\nMessage-ID: ${OURS}\r\nTo: ${HE}\r\nSubject: x\r\n\r\nwords`;
const returned = (type: string) => part([`Content-Type: ${type}`], COPY);

const GONE: readonly (readonly [string, Uint8Array])[] = [
  [
    'qmail',
    letter(
      plain(
        `Hi. This is the qmail-send program at mx.example.\n\n<${HE}>:\nRemote host said: 550 5.1.1 User unknown\n\n--- Below this line is a copy of the message.\n\n${COPY}`,
      ),
      { ...HOST, Subject: 'failure notice' },
    ),
  ],
  [
    'QQ',
    letter(
      multipart(
        'report',
        html(`<p>无法发送到 ${HE}</p><p>退信原因：收件人邮件地址不存在，邮件无法送达。</p>`),
        returned('message/rfc822'),
      ),
      {
        ...HOST,
        From: `${encoded('系统退信')} <PostMaster@qq.example>`,
        'Return-Path': '<PostMaster@qq.example>',
        'In-Reply-To': OURS,
      },
    ),
  ],
  [
    '163',
    letter(html(`<p>很抱歉，您的邮件被退回。收件人：${HE}</p><p>退信代码：550 User not found，邮箱不存在</p>`), {
      ...HOST,
      From: 'Postmaster@163.example',
      'In-Reply-To': OURS,
      Subject: encoded('系统退信'),
    }),
  ],
  [
    'Exchange in words',
    letter(
      plain(
        `向下列收件人传递邮件失败:\n${HE}\n找不到您输入的电子邮件地址。\n\n供管理员使用的诊断信息:\n#550 5.1.1 RESOLVER.ADR.RecipNotFound\n\n原始邮件头:\nMessage-ID: ${OURS}\nSubject: x`,
      ),
      {
        ...HOST,
        From: 'MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@county.example',
        Subject: encoded('无法传递: 来信回执'),
      },
    ),
  ],
  [
    'a host that puts our letter beside its words',
    letter(
      multipart(
        'mixed',
        plain(`550 5.1.1 <${HE}>: Recipient address rejected: User unknown`),
        returned('message/rfc822'),
      ),
      { ...HOST, References: OURS },
    ),
  ],
  [
    'a host that names the failure in the header',
    letter(plain(`No such user: ${HE}`), {
      ...HOST,
      From: 'bounce@mx.example',
      'X-Failed-Recipients': HE,
      References: OURS,
    }),
  ],
  [
    'a host that encodes all of it',
    letter(
      part(
        ['Content-Type: text/plain', 'Content-Transfer-Encoding: base64'],
        base64(`<${HE}>: unknown user\n\nMessage-Id: ${OURS}`),
      ),
      HOST,
    ),
  ],
];

const LATER: readonly (readonly [string, Uint8Array])[] = [
  ['a full mailbox', letter(plain(`<${HE}>: 552 5.2.2 mailbox full\n\nMessage-ID: ${OURS}`), HOST)],
  ['a blocked sender', letter(plain(`<${HE}>: 550 5.7.1 拒收\n\nMessage-ID: ${OURS}`), HOST)],
  ['a host that is not there', letter(plain(`<${HE}>: Host not found, 550\n\nMessage-ID: ${OURS}`), HOST)],
];

describe('a letter of ours that came back, told in words', () => {
  it.each(GONE)('goes elsewhere, and no more mail to that address, when %s says so', async (_, raw) => {
    const deps = await wrote();
    expect(await receive(deps, raw)).toEqual([]);
    expect(deps.back).toEqual([LETTER]);
    expect(await deps.suppressions.reasonFor(HE, NOW)).toBe('bounce');
  });

  it.each(LATER)('goes elsewhere this time: %s', async (_, raw) => {
    const deps = await wrote();
    expect(await receive(deps, raw)).toEqual([]);
    expect(deps.back).toEqual([LETTER]);
    expect(await deps.suppressions.reasonFor(HE, NOW)).toBeUndefined();
  });

  it('may still arrive when the host goes on trying', async () => {
    const deps = await wrote();
    const raw = letter(
      plain(`Delivery to ${HE} has been delayed. It will be retried. 4.4.1\n\nMessage-ID: ${OURS}`),
      HOST,
    );
    expect(await receive(deps, raw)).toEqual([]);
    expect(deps.back).toEqual([]);
  });
});

describe('a report that names no letter of ours', () => {
  const NAMELESS: readonly (readonly [string, Uint8Array])[] = [
    ['in words', letter(plain(`无法投递到以下收件人：${HE}。550 User not found`), HOST)],
    ['in its header', letter(plain('550 mailbox unavailable'), { ...HOST, 'X-Failed-Recipients': `He <${HE}>` })],
    [
      'in a part for machines, as Coremail writes it',
      letter(
        multipart(
          'report',
          plain('您的邮件被退回'),
          part(
            ['Content-Type: message/delivery-status'],
            `Reporting-MTA: dns; 163.example\r\n\r\nFinal-Recipient: rfc822; ${HE}\r\nAction: failed\r\nStatus: 5.0.0\r\nDiagnostic-Code: smtp; 550 User not found: ${HE}`,
          ),
        ),
        HOST,
      ),
    ],
  ];

  it.each(NAMELESS)(
    'but the address, %s, is taken for the only one that went there; nobody is cut off',
    async (_, raw) => {
      const deps = await wrote();
      expect(await receive(deps, raw)).toEqual([]);
      expect(deps.back).toEqual([LETTER]);
      expect(await deps.suppressions.reasonFor(HE, NOW)).toBeUndefined();
      expect(deps.letters).toEqual([]);
    },
  );

  it('and is one of several is set aside for a person, with the mail', async () => {
    const deps = await wrote();
    await deps.sentLetters.remember('<2@huiyin.example>', { noticeId: 'QH-2#2#complainant', to: HE }, NOW);
    expect(await receive(deps, NAMELESS[0]![1])).toEqual([]);
    expect(deps.back).toEqual([]);
    expect(deps.letters).toEqual([{ reason: 'unclear-report', body: expect.stringContaining('mail%2F') }]);
  });

  it('and comes after the 72 hours of its letter changes nothing', async () => {
    const deps = await wrote();
    await receive(deps, NAMELESS[0]![1], Date.parse(NOW) + 73 * 3_600_000);
    expect([deps.back, deps.letters]).toEqual([[], []]);
  });
});

describe('a host that names the letter and says what is wrong in words only', () => {
  it('as Coremail does, ends mail to that address', async () => {
    const deps = await wrote();
    const status = `Final-Recipient: rfc822; ${HE}\r\nAction: failed\r\nStatus: 5.0.0\r\nDiagnostic-Code: smtp; 550 User not found`;
    const body = multipart(
      'report',
      plain('系统退信'),
      part(['Content-Type: message/delivery-status'], status),
      returned('message/rfc822'),
    );
    await receive(deps, letter(body, HOST));
    expect(deps.back).toEqual([LETTER]);
    expect(await deps.suppressions.reasonFor(HE, NOW)).toBe('bounce');
  });
});

describe('what is no such report changes nothing for anybody', () => {
  it.each([
    ['a person who answers', letter(plain('550元的罚款太少了，厂里照样排污，味道很大。'), { 'In-Reply-To': OURS })],
    ['a person who quotes the header of our letter', letter(plain(`你们的信我看不懂。\n\nMessage-ID: ${OURS}\n5.1.1`))],
    [
      'an absence notice without a return path',
      letter(plain('我正在休假，回来后再回复。'), { 'Return-Path': '<>', 'In-Reply-To': OURS }),
    ],
    [
      'a report on a letter that we did not write',
      letter(plain(`<${HE}>: 550 5.1.1\n\nMessage-ID: <guessed@huiyin.example>`), HOST),
    ],
    ['a report on somebody to whom we never wrote', letter(plain('<nobody@citizen.example>: 550 5.1.1'), HOST)],
    ['a complaint about spam that names no letter', letter(plain('spam'), HOST)],
  ])('%s', async (_, raw) => {
    const deps = await wrote();
    await receive(deps, raw);
    expect(deps.back).toEqual([]);
    expect(await deps.suppressions.reasonFor(HE, NOW)).toBeUndefined();
  });

  it('and one of a host about somebody else’s letter is kept for a person to look at', async () => {
    const [kept] = await receive(await wrote(), letter(plain(`<x@y.example>: 550 5.1.1 no such user`), HOST));
    expect(kept).toMatchObject({ flags: ['automatic'], text: expect.stringContaining('no such user') });
  });
});
