import { describe, expect, it } from 'vitest';
import type { LocalStack } from '../../local/local-stack.ts';
import type { Sent } from '../../local/outside/outbox.ts';
import { beijing, inBeijing } from '../support/rules.ts';
import { toldInLists } from '../support/told-in-lists.ts';
import { receiptOf } from './support/citizens.ts';
import { readCaseTable } from './support/inside.ts';
import { afterAllIsDone, call, demoProvince, keyOf } from './support/running.ts';
import { command } from './support/staff.ts';

// Monday, 1 June 2026.
// Months pass here without the ledger of each day, which takes a while to read.
const stack = demoProvince(beijing('2026-06-01 10:00'));

const PERSON = { name: '欧阳测试', phone: '13911112222', email: 'ouyang@mail.example' };
const NOISE = { text: '养殖场臭气熏天，没法开窗。', address: '禾阳市临禾区城东路9号', contact: PERSON };

/** "09-24 09:00 提醒 email 提请…": when in Beijing, what, and how. */
const told = (sent: readonly Sent[], caseId: string) =>
  toldInLists(sent)
    .filter((one) => one.caseId === caseId && one.subject !== undefined)
    .map(({ at, subject = '', to }) => `${inBeijing(at)} ${subject.slice(0, 4)} ${to.split('@')[0]}`);

async function advance(stack: LocalStack, body: object): Promise<void> {
  const { status, text } = await call(stack, 'POST', '/_local/clock', { body });
  if (status !== 200) throw new Error(text);
  await stack.drain();
}

describe('a sweep that missed a week', () => {
  it('catches up in order, each step once, and says when each was meant to go out', async () => {
    const receipt = await receiptOf(stack(), NOISE);
    await advance(stack(), { now: beijing('2026-06-13 09:00') });
    const { outbox: before } = await afterAllIsDone(stack());
    // The schedule was off until the 20th: one run finds all of it, and the same run again finds nothing.
    const missed = { time: '2026-06-20T01:00:00Z' };
    await stack().invoke('sweep-deadlines', missed);
    await stack().invoke('sweep-deadlines', missed);
    // What is due at one moment comes as one letter within five minutes.
    await advance(stack(), { advance: 'PT6M' });
    const { outbox } = await afterAllIsDone(stack());
    const late = toldInLists(outbox.slice(before.length)).filter(({ transport }) => transport === 'email');
    expect(late.map(({ subject = '' }) => subject.slice(0, 4)).toSorted()).toEqual(
      ['【提醒】', '【催办】', '【超期】', '【超期】', '【督办】'].toSorted(),
    );
    expect(late.map(({ text }) => /本通知原定2026年(\d+月\d+日)（周.）08:15发出/.exec(text)?.[1]).toSorted()).toEqual([
      '6月15日',
      '6月16日',
      '6月17日',
      '6月17日',
      '6月18日',
    ]);

    await advance(stack(), { now: beijing('2026-06-28 09:00') });
    const { events } = await readCaseTable(stack());
    const steps = events.flatMap((event) => (event.type === 'chased' ? [`${event.clock} ${event.step}`] : []));
    expect(steps).toEqual([
      ...['objection before-1d', 'tell before-5d', 'tell before-1d', 'tell due', 'tell overdue'],
      ...['tell escalate-1', 'tell escalate-2'],
    ]);
    const all = stack().outbox();
    expect(new Set(all.map(keyOf)).size).toBe(all.length);
    expect(told(all, receipt).at(-1)).toBe('2026-06-22 08:30 【督办】 leader.qinghe-ecology');
  });
});

describe('a case that nobody touches', () => {
  it('makes its ladder climb in four weeks, each step once, in the morning lists of days that are worked, round holidays and a worked Sunday', async () => {
    await advance(stack(), { now: beijing('2026-09-10 10:00') });
    const receipt = await receiptOf(stack(), NOISE, 'untouched');
    const { outbox: before } = await afterAllIsDone(stack());
    await advance(stack(), { advance: 'P28D' });
    const sent = stack().outbox().slice(before.length);
    // Mid-Autumn is on 25 September, Sunday the 20th is worked for it, and from 1 to 7 October all rest.
    // What goes out in the same minute goes in any order.
    expect(told(sent, receipt).toSorted()).toEqual([
      // What can wait comes with the next list; that a right is about to lapse is no letter of its own.
      '2026-09-10 13:30 【交办】 handler.heyang-agriculture',
      '2026-09-10 13:30 【交办】 handler.linhe-ecology',
      // A day off has no morning list: what is due on it goes out at once.
      // Five days before: a Sunday, but a working one.
      '2026-09-20 08:30 【提醒】 handler.linhe-ecology',
      '2026-09-24 08:30 【提醒】 handler.linhe-ecology',
      // Its officer is told by a text message on the last day.
      '2026-09-25 08:20 【催办】 leader.linhe-ecology',
      '2026-09-26 08:20 【超期】 handler.linhe-ecology',
      '2026-09-26 08:20 【超期】 leader.linhe-ecology',
      // Two days after is a Sunday, six days after is National Day: nobody would read it.
      '2026-09-28 10:05 【督办】 leader.heyang-ecology',
      '2026-10-08 08:30 【督办】 leader.qinghe-ecology',
    ]);
    const texts = sent.filter(({ caseId, transport }) => caseId === receipt && transport === 'sms');
    expect(texts.map(({ at }) => inBeijing(at))).toEqual(['2026-09-25 08:20']);
    // What a group is told bears no id.
    const letters = sent.filter(({ transport }) => transport !== 'robot');
    expect(new Set(letters.map(keyOf)).size).toBe(letters.length);
    expect(sent.map(({ at }) => at)).toEqual(sent.map(({ at }) => at).toSorted());
  });

  it('is spoken of without a word about the person or by them', () => {
    const written = stack()
      .outbox()
      .map(({ subject, text }) => `${subject}${text}`)
      .join('\n');
    expect(written).not.toMatch(/欧阳|13911112222|ouyang|臭气熏天|没法开窗|城东路9号/);
    expect(written).toMatch(/临禾区/);
    expect(
      stack()
        .logs()
        .map(({ line }) => line)
        .join('\n'),
    ).not.toMatch(/欧阳|13911112222|ouyang|臭气熏天|城东路/);
  });

  it('goes on to the sixty days once it is accepted, and tells the complainant so', async () => {
    const receipt = await receiptOf(stack(), NOISE, 'accepted');
    await stack().drain();
    const accepted = await command(stack(), 'county', receipt, { type: 'accept', expectedVersion: 1 });
    expect(accepted.json).toEqual({ version: 2, status: 'accepted' });
    const { outbox } = await afterAllIsDone(stack());
    expect(outbox.at(-1)).toMatchObject({ to: PERSON.email, subject: `12369告知 [${receipt}]` });
    await advance(stack(), { advance: 'P74D' });
    const kinds = told(stack().outbox().slice(outbox.length), receipt).map((line) => line.slice(17, 21));
    expect(kinds).toEqual([
      '【交办】',
      '【交办】',
      '【提醒】',
      '【提醒】',
      '【提醒】',
      '【催办】',
      '【超期】',
      '【超期】',
      '【督办】',
      '【督办】',
      // Once more on the Monday after.
      '【督办】',
    ]);
  });
});
