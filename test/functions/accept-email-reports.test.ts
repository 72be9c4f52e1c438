import { describe, expect, it } from 'vitest';
import { type MailIntake, mailIntake, receive } from '../support/mail-intake.ts';
import { mail } from '../support/mails.ts';

const NOW = '2026-11-20T13:03:00.000Z';
const LI = 'li@example.com';
const OURS = '<0102abc@huiyin.example>';
const NOTICE = 'QH-7KX4-M9P2-Q3T8#2#complainant';

const report = (type: string, status: string, about = OURS, from = 'MAILER-DAEMON@mx.example') =>
  mail(
    {
      From: from,
      'Message-ID': `<${status.length}.${about.length}@mx>`,
      'Return-Path': '<>',
      'Content-Type': `multipart/report; report-type=${type}; boundary=b`,
    },
    [
      '--b\r\nContent-Type: text/plain\r\n\r\nsorry',
      `--b\r\nContent-Type: message/${type}\r\n\r\n${status}`,
      `--b\r\nContent-Type: text/rfc822-headers\r\n\r\nFrom: notice@huiyin.example\r\nMessage-ID: ${about}`,
      '--b--\r\n',
    ].join('\r\n'),
  );

const failure = (status: string, recipient = `rfc822; ${LI}`, action = 'failed') =>
  `Reporting-MTA: dns; mx\r\n\r\nFinal-Recipient: ${recipient}\r\nAction: ${action}\r\nStatus: ${status}\r\nDiagnostic-Code: smtp; 550\r\n`;

async function wrote(): Promise<MailIntake> {
  const deps = mailIntake();
  await deps.sentLetters.remember(OURS, { noticeId: NOTICE, to: LI }, NOW);
  return deps;
}

describe('a report on a letter of ours', () => {
  it.each([
    ['that there is no such address', report('delivery-status', failure('5.1.1')), 'bounce'],
    [
      'that the mailbox was given up',
      report('delivery-status', failure('5.2.1 (disabled)', LI.toUpperCase())),
      'bounce',
    ],
    [
      'that the recipient calls it spam',
      report('feedback-report', `Feedback-Type: abuse\r\nOriginal-Rcpt-To: <${LI}>\r\n`),
      'complaint',
    ],
  ])('%s ends our writing there, and opens no case', async (_, raw, reason) => {
    const deps = await wrote();
    expect(await receive(deps, raw)).toEqual([]);
    expect(await deps.suppressions.reasonFor(LI, NOW)).toBe(reason);
  });

  it('that it did not arrive this time ends it when it comes again and again', async () => {
    const deps = await wrote();
    const later = (times: string) => report('delivery-status', failure(`5.7.1 blocked${times}`));
    for (const times of ['', '.', '.']) await receive(deps, later(times));
    expect(await deps.suppressions.reasonFor(LI, NOW)).toBeUndefined();
    await receive(deps, later('..'));
    expect(await deps.suppressions.reasonFor(LI, NOW)).toBe('failures');
  });

  it.each([
    ['it arrived', failure('2.0.0', `rfc822; ${LI}`, 'delivered')],
    ['nothing', 'Reporting-MTA: dns; mx\r\n'],
    ['no recipient', failure('5.1.1', 'unknown')],
  ])('that says %s changes nothing', async (_, status) => {
    const deps = await wrote();
    await receive(deps, report('delivery-status', status));
    expect(await deps.suppressions.reasonFor(LI, NOW)).toBeUndefined();
  });
});

describe('the notice that a letter of ours carried', () => {
  it('goes elsewhere when the letter did not arrive', async () => {
    const deps = await wrote();
    await receive(deps, report('delivery-status', failure('4.4.7')));
    expect(deps.back).toEqual([{ noticeId: NOTICE, to: LI }]);
  });

  it.each([
    ['was called spam', report('feedback-report', `Feedback-Type: abuse\r\nOriginal-Rcpt-To: <${LI}>\r\n`)],
    ['is late', report('delivery-status', failure('4.4.1', `rfc822; ${LI}`, 'delayed'))],
  ])('has arrived, or may, when the letter %s', async (_, raw) => {
    const deps = await wrote();
    await receive(deps, raw);
    expect(deps.back).toEqual([]);
  });
});

it('a report that is forged over one’s own letter cuts off nobody else', async () => {
  const deps = await wrote();
  await receive(deps, report('delivery-status', failure('5.1.1', 'rfc822; handler@county.example')));
  expect(await deps.suppressions.reasonFor('handler@county.example', NOW)).toBeUndefined();
});

it('a report on a letter that we did not write cuts nobody off', async () => {
  const deps = await wrote();
  expect(await receive(deps, report('delivery-status', failure('5.1.1'), '<guessed@huiyin.example>'))).toEqual([]);
  expect(await deps.suppressions.reasonFor(LI, NOW)).toBeUndefined();
});

describe('a letter of ours that comes back to us', () => {
  it.each([
    ['from ourselves', mail({ From: 'Notice@huiyin.example' }, '您的投诉已收到。')],
    [
      'as a mailbox passes it on',
      mail({ 'Message-ID': OURS, 'X-Huiyin-Notice': NOTICE, 'Resent-From': LI }, '您的投诉已收到。'),
    ],
  ])('%s opens no case', async (_, raw) => expect(await receive(await wrote(), raw)).toEqual([]));

  it('with words of somebody on it is theirs', async () => {
    const raw = mail({ 'X-Huiyin-Notice': NOTICE }, 'smoke again');
    expect(await receive(await wrote(), raw)).toMatchObject([{ text: 'smoke again', flags: ['automatic'] }]);
  });
});
