import type { SQSClient } from '@aws-sdk/client-sqs';
import { describe, expect, it } from 'vitest';
import { sqsNoticeQueue } from '../../../adapters/sqs/notice-queue.ts';
import type { Notice } from '../../../domain/notices/notice.ts';

const values = { receipt: '', place: '', matter: '', duty: '', due: '', next: '' };
const letter = (kind: string, id = kind): Notice => ({
  id,
  caseId: 'QH-1',
  at: '2026-06-01T02:00:00.000Z',
  addresses: [],
  subject: '',
  text: '',
  sms: { use: 'staff', values: { kind, ...values } },
});
const telling: Notice = { ...letter('answer'), sms: { use: 'complainant', values: { receipt: '', status: '' } } };

/** The queues of a province; those named refuse everything. */
function queues(...broken: readonly string[]) {
  const sent: string[] = [];
  const send = async ({ input }: { input: { QueueUrl: string; Entries: { Id: string; MessageBody: string }[] } }) => {
    for (const { MessageBody } of input.Entries) sent.push(`${input.QueueUrl} ${JSON.parse(MessageBody).id}`);
    return { Failed: broken.includes(input.QueueUrl) ? input.Entries : [] };
  };
  const urls = { ordinary: 'ordinary', urgent: 'urgent' };
  return { sent, queue: sqsNoticeQueue({ send } as unknown as SQSClient, urls) };
}

describe('the queue of what is pressing', () => {
  it('takes emergencies and what is late, first of all; everything else waits elsewhere', async () => {
    const { sent, queue } = queues();
    await queue.send(
      ['交办', '紧急', '提醒', '督办', '超期', '加急', '催办'].map((kind) => letter(kind)).concat(telling),
    );
    expect(sent).toEqual([
      ...['urgent 紧急', 'urgent 督办', 'urgent 超期', 'urgent 加急'],
      ...['ordinary 交办', 'ordinary 提醒', 'ordinary 催办', 'ordinary answer'],
    ]);
  });

  it('has 15 000 emergencies put no letter of another kind behind them', async () => {
    const { sent, queue } = queues();
    await queue.send(Array.from({ length: 15_000 }, (_, n) => letter('紧急', `QH-${n}`)));
    await queue.send([letter('交办')]);
    expect(sent.filter((one) => one.startsWith('ordinary '))).toEqual(['ordinary 交办']);
  });

  it.each(['urgent', 'ordinary'])('that refuses (%s) has all of them sent again', async (broken) => {
    await expect(queues(broken).queue.send([letter('紧急'), letter('交办')])).rejects.toThrow('1 notices were refused');
  });
});
