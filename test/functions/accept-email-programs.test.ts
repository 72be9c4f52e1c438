import { describe, expect, it } from 'vitest';
import { encoded, file, JPEG, letter, multipart, part, plain } from '../support/letters.ts';
import { deliver, mailIntake, notification, receive } from '../support/mail-intake.ts';
import { consoleOf } from '../support/messages.ts';

const WORDS = '石桥镇电镀厂的废水发红发臭，流进了村里的池塘，鸭子死了一地。';
const AWAY = '您好，我正在外地出差，不能及时回复，回来后尽快与您联系。';
const subject = (text: string) => ({ Subject: encoded(text) });

describe('what a program sent, or passed on, with words of somebody', () => {
  it.each([
    ['forwarded by a rule of a mailbox', plain(WORDS), { 'Auto-Submitted': 'auto-generated' }],
    ['answered by a rule of a mailbox', plain(WORDS), { 'Auto-Submitted': 'auto-replied' }],
    ['from a list', plain(WORDS), { Precedence: 'list', 'List-Id': '<shequ.lists.example>' }],
    ['as a mass mail', plain(WORDS), { Precedence: 'bulk' }],
    ['as a newsletter', plain(WORDS), { 'List-Unsubscribe': '<mailto:x@lists.example>' }],
    ['of Exchange', plain(WORDS), { 'X-Auto-Response-Suppress': 'OOF, AutoReply' }],
    ['of a ticket system', plain(WORDS), { 'X-Autorespond': 'yes' }],
    ['without a return path', plain(WORDS), { 'Return-Path': '<>' }],
    ['under the subject of a bounce', plain(WORDS), subject('退信通知：信件退回')],
    ['under the subject of an absence', plain(WORDS), subject('自动回复：投诉')],
    ['under the name of an absence notice of QQ', plain(`这是来自QQ邮箱的自动回复邮件。\n${WORDS}`), {}],
    ['from a portal', plain(`此邮件由系统自动生成，请勿回复。\n留言：${WORDS}`), {}],
    ['from the postmaster', plain(WORDS), { From: 'postmaster@county.example' }],
    ['as a report of no machine', multipart('report', plain(WORDS)), {}],
    ['by an absent person who goes on', plain(`${AWAY}${WORDS}`), { 'Auto-Submitted': 'auto-replied' }],
  ])('%s becomes a complaint, flagged, so that it is not answered', async (_, content, fields) => {
    const [complaint, ...more] = await receive(mailIntake(), letter(content, fields));
    expect(more).toEqual([]);
    expect(complaint!.text).toContain(WORDS);
    expect(complaint!.flags).toEqual(['automatic']);
  });

  it.each([
    { Precedence: 'bulk' },
    { 'Auto-Submitted': 'auto-generated' },
    { 'List-Unsubscribe': '<mailto:x@y.example>' },
  ])('or with a complaint in its subject alone becomes one, too: %j', async (fields) => {
    const [complaint] = await receive(mailIntake(), letter(plain(''), { ...fields, ...subject(WORDS) }));
    expect(complaint).toMatchObject({ text: WORDS, flags: ['no-text', 'automatic'] });
  });

  it.each([
    ['asks for an answer', '某某公司，偷排，请及时答复。', '投诉'],
    ['has its matter in the subject', '我会尽快与你们联系，谢谢。', WORDS],
  ])('or in few words, as one that %s, is no reply of a program', async (_, text, title) => {
    const [complaint] = await receive(mailIntake(), letter(plain(text), { 'Return-Path': '<>', ...subject(title) }));
    expect(complaint).toMatchObject({ text: `${title}\n\n${text}`, flags: ['automatic'] });
  });

  it('or only with a file becomes a complaint, too', async () => {
    const content = multipart('mixed', plain(''), file('工单.jpg', 'image/jpeg', JPEG));
    const [complaint] = await receive(mailIntake(), letter(content, { 'Auto-Submitted': 'auto-generated' }));
    expect(complaint).toMatchObject({ flags: ['no-text', 'automatic'], attachments: [{ name: '工单.jpg' }] });
  });
});

describe('what nobody wrote', () => {
  const status = part(
    ['Content-Type: message/delivery-status'],
    'Final-Recipient: rfc822; x@y.example\r\nAction: failed',
  );
  const opened = part(['Content-Type: message/disposition-notification'], 'Disposition: automatic-action; displayed');

  it.each([
    ['a delivery report', multipart('report', plain('无法投递'), status), { 'Return-Path': '<>' }, 'report'],
    ['a report that a letter was opened', multipart('report', plain('已阅读'), opened), {}, 'report'],
    ['a report without a part for machines', multipart('report', plain('Sorry')), { 'Return-Path': '<>' }, 'report'],
    ['an absence notice by its header', plain(AWAY), { 'Auto-Submitted': 'auto-replied' }, 'reply'],
    ['an absence notice by its subject', plain(AWAY), subject('自动回复: 来信回执'), 'reply'],
    [
      'an absence notice in English',
      plain('I am out of the office until 30 November.\nBest regards\nLi Hong'),
      { 'X-Autoreply': 'yes' },
      'reply',
    ],
    [
      'the holiday notice of QQ',
      plain(
        '这是来自QQ邮箱的假期自动回复邮件。\n \n您好，我最近正在休假中，无法亲自回复您的邮件。我将在假期结束后，尽快给您回复。',
      ),
      {},
      'reply',
    ],
    [
      'a mailbox that says thank you',
      plain('您好！您的邮件我已经收到，我会尽快给您答复。谢谢！\n李红\n市档案局'),
      { Precedence: 'auto_reply' },
      'reply',
    ],
    ['an empty mail of a program', plain(' \r\n'), { 'Auto-Submitted': 'auto-generated' }, 'empty'],
    [
      'an empty answer of a program to a letter of ours',
      plain(''),
      { Precedence: 'bulk', Subject: encoded('Re: 您反映的问题已办结 [QH-7KX4-M9P2-Q3T8]') },
      'empty',
    ],
    [
      'an empty absence notice',
      plain(''),
      { 'Auto-Submitted': 'auto-replied', Subject: encoded('自动回复：出差中，下周一返回') },
      'empty',
    ],
    ['a letter of ours', plain('您的投诉已收到。'), { From: 'notice@huiyin.example' }, 'own-letter'],
  ])('opens no case, is counted, and is found by its key: %s', async (_, content, fields, reason) => {
    const deps = mailIntake();
    await deps.evidence.put('mail/of-a-program', letter(content, fields), 'message/rfc822');
    const logged = await consoleOf(async () => {
      await deliver(deps, notification('mail/of-a-program'));
    });
    expect(deps.vault.all()).toEqual([]);
    expect(logged).toContain('AutomaticMail');
    expect(logged).toContain('mail/of-a-program');
    expect(logged).toContain(reason);
    expect(logged).not.toMatch(/citizen\.example|出差|休假/);
  });
});

describe('a person', () => {
  it.each([
    ['writes about somebody’s absence notice', plain(WORDS), subject('自动回复太敷衍，河水仍然发黑')],
    ['writes about office hours', plain(WORDS), { Subject: 'Out of office hours discharge' }],
    ['is away and says so', plain(`我正在外地出差，回来后再来找你们。${WORDS}`), {}],
    ['thanks for an answer', plain(`你们的来信已收到，可是没用。${WORDS}`), {}],
    ['says that no program sent it', plain(WORDS), { 'Auto-Submitted': 'no', 'X-Auto-Response-Suppress': 'None' }],
  ])('%s: no program', async (_, content, fields) => {
    expect(await receive(mailIntake(), letter(content, fields))).toMatchObject([{ flags: [] }]);
  });
});
