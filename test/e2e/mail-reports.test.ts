import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LocalStack } from '../../local/local-stack.ts';
import { startProvince } from '../support/province.ts';
import { receiptOf, sendMail } from './support/citizens.ts';
import { afterAllIsDone, untilNextList } from './support/running.ts';

// A province in China: no SES, so its own mail server sends, and mail servers report by mail.
let stack: LocalStack;
beforeAll(async () => {
  stack = await startProvince('jiangsu', '2026-09-10T02:00:00.000Z');
});
afterAll(() => stack?.stop());

const CITY = 'duty.jiangsu-320100-ecology@jiangsu.example';
const ABOVE = 'duty.jiangsu-ecology@jiangsu.example';
const assignment = { text: '化工厂夜间排放刺鼻废气，没法开窗。', address: '南京市秦淮区' };

const mailsTo = async (to: string) => (await afterAllIsDone(stack)).outbox.filter((sent) => sent.to === to);

/** The letters of these tests can wait, and come with the next list. */
async function listsGoOut(): Promise<void> {
  await stack.drain();
  await untilNextList(stack);
}

const report = (messageId: string, to: string): string =>
  [
    ...['From: MAILER-DAEMON@mx.example', 'To: notice@huiyin.jiangsu.example', `Message-ID: <r${messageId.length}@mx>`],
    ...['Auto-Submitted: auto-replied', 'Content-Type: multipart/report; report-type=delivery-status; boundary=b', ''],
    ...['--b', 'Content-Type: text/plain', '', 'User unknown', '--b', 'Content-Type: message/delivery-status', ''],
    ...['Reporting-MTA: dns; mx.example', '', `Final-Recipient: rfc822; ${to}`, 'Action: failed', 'Status: 5.1.1', ''],
    ...['--b', 'Content-Type: text/rfc822-headers', '', `Message-ID: ${messageId}`, '', '--b--', ''],
  ].join('\r\n');

describe('an address of the roster that is gone, where mail servers report by mail', () => {
  it('has its notice go to the level above, and is written to no more', async () => {
    const receipt = await receiptOf(stack, assignment, 'report-1');
    await listsGoOut();
    const [letter] = await mailsTo(CITY);
    expect(letter).toMatchObject({ caseId: receipt, messageId: expect.stringMatching(/^<[0-9a-f]{32}@/) });
    expect(await mailsTo(ABOVE)).toEqual([]);

    await sendMail(stack, report(letter!.messageId!, CITY));
    await listsGoOut();
    expect((await mailsTo(ABOVE)).map(({ noticeId }) => noticeId)).toEqual([letter!.noticeId]);

    await receiptOf(stack, { ...assignment, address: '南京市玄武区' }, 'report-2');
    await listsGoOut();
    expect([(await mailsTo(CITY)).length, (await mailsTo(ABOVE)).length]).toEqual([1, 2]);
    const said = stack.logs().map(({ line }) => line);
    expect(said.filter((line) => line.includes('StaffAddressSuppressed'))).toHaveLength(1);
  });

  it('is not taken for gone because somebody guesses at a letter', async () => {
    const before = (await mailsTo(ABOVE)).length;
    await sendMail(stack, report('<00000000000000000000000000000000@huiyin.jiangsu.example>', ABOVE));
    await receiptOf(stack, { ...assignment, address: '南京市鼓楼区' }, 'report-3');
    await listsGoOut();
    expect((await mailsTo(ABOVE)).length).toBe(before + 1);
    expect((await stack.state()).deadLetters).toBe(0);
  });
});
