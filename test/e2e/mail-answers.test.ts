import { describe, expect, it } from 'vitest';
import type { Sent } from '../../local/outside/outbox.ts';
import { askProgress, complain, mail, sendMail } from './support/citizens.ts';
import { afterAllIsDone, demoProvince } from './support/running.ts';
import { close as closeCase, command } from './support/staff.ts';

// Thursday, 10 September 2026, 10:00 in Beijing.
const stack = demoProvince('2026-09-10T02:00:00.000Z');

/** What came into that mailbox or telephone since the start. */
const arrivedAt = async (to: string): Promise<readonly Sent[]> =>
  (await afterAllIsDone(stack())).outbox.filter((sent) => sent.to === to);

const letter = (id: string, body = `河西街烧烤店每晚油烟扰民，第${id}次来信。`) =>
  mail({ id, subject: '油烟扰民', body });
const FUMES = { text: '化工厂夜间排放刺鼻废气，没法开窗。', address: '禾阳市临禾区城东路' };

async function order(caseId: string, body: object): Promise<void> {
  expect(await command(stack(), 'province', caseId, body)).toMatchObject({ status: 200 });
}
const accept = (caseId: string) => order(caseId, { type: 'accept', expectedVersion: 1 });
const close = (caseId: string) => closeCase(stack(), 'province', caseId, '经查属实，企业已按要求完成整改。');

const CITIZEN = 'citizen@mail.example';

describe('who writes by e-mail', () => {
  it('gets one receipt, with a query code that opens the progress of the complaint', async () => {
    await sendMail(stack(), letter('ack-1'));
    const [receipt, ...more] = await arrivedAt(CITIZEN);
    expect(more).toEqual([]);
    expect(receipt!.subject).toMatch(/^12369回执 \[QH(-[0-9A-Z]{4}){3}\]$/);
    expect(receipt!.text).toContain('告知期限：2026年9月25日（周五）24:00前');
    const code = /查询码：([0-9A-Z]{8})/.exec(receipt!.text)![1]!;
    const progress = await askProgress(stack(), receipt!.caseId!, code);
    expect(progress).toMatchObject({ status: 200, json: { receipt: receipt!.caseId, status: 'registered' } });
  });

  it('finds it beneath their own mail, and answers it to the address of their complaint', async () => {
    const [receipt] = await arrivedAt(CITIZEN);
    expect(receipt!.inReplyTo).toBe('<ack-1@mail.example>');
    const plain = receipt!.caseId!.replaceAll('-', '').toLowerCase();
    expect(receipt!.replyTo).toMatch(new RegExp(`^complaints\\+c${plain}\\.[0-9a-f]{20}@huiyin\\.qinghe\\.example$`));
  });

  it('again and again within an hour gets three receipts, though every mail becomes a case', async () => {
    const { cases } = await afterAllIsDone(stack());
    for (const id of ['ack-2', 'ack-3', 'ack-4', 'ack-5']) await sendMail(stack(), letter(id));
    expect(await arrivedAt(CITIZEN)).toHaveLength(3);
    expect((await stack().state()).cases).toBe(cases + 4);
  });

  it('learns the query code of the others with the first word about them', async () => {
    const before = await arrivedAt(CITIZEN);
    const acknowledged = before.map(({ caseId }) => caseId);
    const { logs } = stack();
    const silent = logs()
      .map(({ line }) => /"caseId":"(QH[^"]+)","seq":1/.exec(line)?.[1])
      .find((caseId) => caseId !== undefined && !acknowledged.includes(caseId))!;
    await accept(silent);
    const told = (await arrivedAt(CITIZEN)).at(-1)!;
    expect(told.subject).toBe(`12369告知 [${silent}]`);
    const code = /查询码（([0-9A-Z]{8})）/.exec(told.text)![1]!;
    expect((await askProgress(stack(), silent, code)).status).toBe(200);
  });

  it('with a program that answers for them gets no answer to that', async () => {
    const before = await afterAllIsDone(stack());
    const [receipt] = await arrivedAt(CITIZEN);
    const absence = letter('absent-1', '我正在休假。').toString();
    const threaded = `In-Reply-To: ${receipt!.messageId}\r\nAuto-Submitted: auto-replied\r\n${absence}`;
    await sendMail(stack(), threaded);
    const after = await afterAllIsDone(stack());
    expect([after.cases, after.outbox.length]).toEqual([before.cases, before.outbox.length]);
  });
});

describe('a mailbox that is gone', () => {
  const GONE = 'bounce@simulator.amazonses.com';
  const contact = { name: '欧阳测试', email: GONE, phone: '13911112222' };

  it('has its notice sent on by text message, and is written to no more', async () => {
    const { json } = await complain(stack(), { ...FUMES, contact });
    await stack().drain();
    await accept(json.receipt);
    expect(await arrivedAt(GONE)).toHaveLength(1);
    expect((await arrivedAt(contact.phone)).map(({ text }) => text)).toEqual([expect.stringContaining('已受理')]);

    await close(json.receipt);
    expect(await arrivedAt(GONE)).toHaveLength(1);
    expect((await arrivedAt(contact.phone)).map(({ text }) => text)).toHaveLength(2);
    expect((await stack().state()).deadLetters).toBe(0);
  });

  it('leaves no trace of itself in what the functions log', () => {
    const text = stack()
      .logs()
      .map(({ line }) => line)
      .join('\n');
    expect(text).toContain('"event":"mail-feedback"');
    expect(text).not.toMatch(/simulator\.amazonses|citizen@mail/);
  });
});

describe('who calls our mail spam', () => {
  it('is written to no more, but has had the notice', async () => {
    const email = 'complaint@simulator.amazonses.com';
    const { json } = await complain(stack(), { ...FUMES, contact: { email } });
    await stack().drain();
    await accept(json.receipt);
    await close(json.receipt);
    expect((await arrivedAt(email)).map(({ subject }) => subject)).toEqual([`12369告知 [${json.receipt}]`]);
  });
});
