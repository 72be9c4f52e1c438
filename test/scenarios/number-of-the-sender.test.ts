import { describe, expect, it } from 'vitest';
import type { Submission } from '../../domain/complaint.ts';
import { type Notice, ORDER_NUMBER } from '../../domain/notices/notice.ts';
import { numberFor } from '../../domain/notices/outside/sender-notices.ts';
import { coveredNumber } from '../../domain/personal-numbers.ts';
import { sendNotice } from '../../usecases/notices/sending/send-notice.ts';
import { escalation } from '../support/notices.ts';
import { newWorld } from '../support/world.ts';

const never = () => Promise.reject(new Error('no way to a partner'));

const callOf = (order: NonNullable<Notice['order']>): Notice => ({
  ...escalation({ text: JSON.stringify({ externalId: ORDER_NUMBER }) }),
  addresses: [{ transport: 'callback', organ: 'hotline', role: 'partner', to: 'hotline' }],
  order,
});

const ordered = (number: string): Partial<Submission> => ({
  ...{ channel: 'partner', partner: 'hotline', sourceId: `hotline:${number}`, order: { number } },
  ...{ contact: undefined, anonymous: true },
});

describe('an order whose number tells who complained', () => {
  it.each([
    ['13912345678', '*******5678'],
    ['CS-139-1234-5678', 'CS-*********5678'],
    ['32010219900101123X', '**************123X'],
    ['me@citizen.example', '**************mple'],
    ['苏A·8P9X7', '****P9X7'],
  ])('%s is answered to the hotline by that number, and stands as %s everywhere else', async (number, shown) => {
    const told = { reportTo: 'orders@hotline.example', callback: 'https://hotline.example/' };
    const here = newWorld(undefined, undefined, { senders: new Map([['hotline', told]]) });
    const { receipt } = await here.complain('2026-06-01 10:00', ordered(number));
    await here.order('2026-06-02 09:00', 'county', receipt, { type: 'accept' });
    await here.close('2026-06-12 10:00', 'county', receipt, { answer: '已责令工地停止夜间施工。' });
    const isTheirs = ({ transport, to }: { transport: string; to: string }) =>
      transport === 'callback' || to === told.reportTo;
    const [theirs, others] = [here.outbox.filter(isTheirs), here.outbox.filter((one) => !isTheirs(one))];
    expect(theirs.map(({ subject }) => subject).at(-1)).toContain(number);
    const calls = theirs.filter(({ transport }) => transport === 'callback').map(({ text }) => JSON.parse(text));
    expect(calls.map(({ data }) => data.externalId)).toEqual([number, number, number]);
    const state = await here.cases.load(receipt);
    expect(state).toMatchObject({ order: { number: shown } });
    const kept = await here.keep.kept.ofCase(receipt);
    expect(kept.filter(({ to }) => 'organ' in to && to.organ === 'hotline')).toHaveLength(theirs.length);
    expect(JSON.stringify([others, kept, state, await here.cases.events(receipt)])).not.toContain(number);
  });

  it('is covered in the item of an inspection as well', async () => {
    const here = newWorld();
    const inspection = { batch: '三', item: '13912345678' };
    const { receipt } = await here.complain('2026-06-01 10:00', { ...ordered('13912345678'), inspection });
    expect((await here.cases.load(receipt))!.inspection).toEqual({ batch: '三', item: '*******5678' });
    expect(JSON.stringify(here.outbox)).not.toContain('13912345678');
  });

  it('is looked up before the call is begun: a vault that cannot be read leaves it to be made again', async () => {
    const calls: string[] = [];
    const callback = async ({ text }: Notice) => {
      calls.push(text);
      return { kind: 'sent' as const, reference: 'r' };
    };
    const here = newWorld();
    const of = { ...here.keep, deliveries: here.deliveries, transports: { email: never, sms: never, callback } };
    const notice = callOf({ receipt: 'QH-1', number: '*******5678' });
    const holder = (id: string) => ({ id, now: notice.at });
    const away = async () => Promise.reject(new Error('throttled'));
    await expect(sendNotice(notice, holder('one'), { ...of, complainantOf: away })).rejects.toThrow('throttled');
    const complainantOf = async () => ({ queryCode: 'ABCD2345', order: { number: '13912345678"' } });
    await sendNotice(notice, holder('two'), { ...of, complainantOf });
    expect(calls.map((text) => JSON.parse(text))).toEqual([{ externalId: '13912345678"' }]);
  });

  it('is told by what a case has of it once the vault holds it no more', async () => {
    const number = coveredNumber('13912345678');
    expect(numberFor({ partner: 'hotline', number, receipt: 'QH-1' })).toMatchObject({ order: { number } });
    expect(numberFor({ partner: 'hotline', number: 'GD-13', receipt: 'QH-1' })).toEqual({ number: 'GD-13' });
  });
});
