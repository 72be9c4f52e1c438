import { describe, expect, it } from 'vitest';
import { mailIntake, receive } from '../support/mail-intake.ts';
import { file, mixed, words } from '../support/mail-parts.ts';

const PHOTO = Buffer.from('ffd8ffe000104a464946', 'hex');
const TEXT = '东湖边的化工厂夜里排放刺鼻气体，已经一个星期没法开窗了，请查处。';

describe('a mail of which our receiver warns', () => {
  const raw = (...headers: readonly string[]) =>
    Buffer.concat([
      Buffer.from(headers.map((header) => `${header}\r\n`).join('')),
      mixed([words(TEXT), file('image/jpeg', PHOTO, '现场.jpg')]),
    ]);
  const RECEIVED = 'Received: from a.example by inbound-smtp.example for <complaints@huiyin.example>; x';

  it.each([
    ['a virus', ['X-SES-Spam-Verdict: PASS', 'X-SES-Virus-Verdict: FAIL'], ['quarantined']],
    [
      'a forged sender whose owner asks to refuse it',
      ['Authentication-Results: mx; spf=fail; dmarc=fail (p=REJECT sp=none) header.from=example.com'],
      ['quarantined', 'suspicious'],
    ],
  ])('for %s becomes a complaint for a person to look at, its files left closed', async (_, headers, flags) => {
    const deps = mailIntake();
    const [complaint] = await receive(deps, raw(RECEIVED, ...headers));
    expect(complaint).toMatchObject({ text: TEXT, flags });
    expect(complaint!.attachments).toEqual([{ name: '现场.jpg', mediaType: 'image/jpeg' }]);
    expect(deps.evidence.keys().some((key) => key.startsWith('attachments/'))).toBe(false);
  });

  it.each([
    ['spam', 'X-SES-Spam-Verdict: FAIL'],
    ['a forged sender', 'Authentication-Results: amazonses.com; dmarc=fail header.from=example.com'],
  ])('for %s is taken like any other, and flagged', async (_, header) => {
    const [complaint] = await receive(mailIntake(), raw(RECEIVED, header));
    expect(complaint).toMatchObject({ flags: ['suspicious'], attachments: [{ key: expect.any(String) }] });
  });

  it.each([
    ['all is well', 'X-SES-Virus-Verdict: PASS'],
    ['it could not tell', 'X-SES-Virus-Verdict: PROCESSING_FAILED'],
    ['it does not scan', 'X-SES-Spam-Verdict: DISABLED'],
    ['DMARC says nothing', 'Authentication-Results: mx; spf=pass; dmarc=none'],
  ])('of nothing, since %s, has no flag', async (_, header) => {
    expect(await receive(mailIntake(), raw(RECEIVED, header))).toMatchObject([{ flags: [] }]);
  });

  it('is judged by our receiver, not by what an earlier one or the sender wrote below', async () => {
    const pass = ['X-SES-Virus-Verdict: PASS', 'X-SES-Virus-Verdict: FAIL'];
    expect(await receive(mailIntake(), raw(RECEIVED, ...pass))).toMatchObject([{ flags: [] }]);
    const elsewhere = [RECEIVED, 'Received: from evil', 'X-SES-Virus-Verdict: FAIL'];
    expect(await receive(mailIntake(), raw(...elsewhere))).toMatchObject([{ flags: [] }]);
  });
});
