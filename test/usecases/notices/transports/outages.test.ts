import { describe, expect, it } from 'vitest';
import { lazyTransport } from '../../../../adapters/lazy-transport.ts';
import { memoryOutages } from '../../../../adapters/memory/outages.ts';
import { OUTAGE } from '../../../../domain/notices/delivery/outage.ts';
import type { SendResult } from '../../../../usecases/notices/delivery/delivery.ts';
import { restingInOutages } from '../../../../usecases/notices/transports/outages.ts';
import { escalation } from '../../../support/notices.ts';
import { busy, later, refused, sent, unknown } from '../../../support/transports.ts';

/** A mail host that says of each letter what it is told to. */
function host(answer: (noticeId: string) => SendResult) {
  const tried: string[] = [];
  const say = { answer };
  const send = restingInOutages(
    'email',
    async ({ id }) => {
      tried.push(id);
      return say.answer(id);
    },
    { outages: memoryOutages(), rule: OUTAGE },
  );
  const give = (id: string, minutes: number) =>
    send(escalation({ id }), 'leader@city.example', { now: later(minutes).now });
  return { tried, say, give };
}

/** One that has taken nothing three times, the last time at minute 0. */
async function away() {
  const here = host(() => busy);
  for (const id of ['a', 'b', 'c']) await here.give(id, 0);
  here.tried.splice(0);
  return here;
}

describe('a transport that took nothing three times in a row', () => {
  it('is tried again after one minute, two, three, and then every five', async () => {
    const { tried, give } = await away();
    const times: number[] = [];
    for (let minute = 0; minute <= 21; minute += 1) {
      const before = tried.length;
      await give(`at ${minute}`, minute);
      if (tried.length > before) times.push(minute);
    }
    expect(times).toEqual([1, 3, 6, 11, 16, 21]);
  });

  it('is tried again after one minute also where many failed at once', async () => {
    const { tried, give } = host(() => busy);
    await Promise.all(Array.from({ length: 50 }, (_, n) => give(`at once ${n}`, 0)));
    tried.splice(0);
    await give('d', 1);
    expect(tried).toEqual(['d']);
  });

  it('says to all others what it said last, and when the next may try', async () => {
    const { tried, give } = await away();
    expect(await give('d', 0)).toEqual({ ...busy, until: later(1).now });
    expect(tried).toEqual([]);
  });

  it('gets all that came at the moment of a try once that is taken, and one letter where it is not', async () => {
    const { tried, say, give } = await away();
    const atOnce = (minutes: number) => Promise.all(['d', 'e', 'f'].map((id) => give(id, minutes)));
    expect(await atOnce(1)).toEqual([busy, { ...busy, until: later(3).now }, { ...busy, until: later(3).now }]);
    expect(tried).toEqual(['d']);
    say.answer = () => sent;
    expect(await atOnce(4)).toEqual([sent, sent, sent]);
  });

  it('gets none of the others where nobody knows of the try whether it went, or its function dies', async () => {
    const { tried, say, give } = await away();
    const atOnce = (minutes: number) => Promise.allSettled(['d', 'e'].map((id) => give(id, minutes)));
    say.answer = () => unknown;
    const [hung, waited] = await atOnce(1);
    expect([hung, waited]).toMatchObject([{ value: unknown }, { value: { ...busy, until: later(3).now } }]);
    say.answer = () => {
      throw new Error('killed');
    };
    expect((await atOnce(4)).map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
    expect(tried).toEqual(['d', 'd']);
  });

  it('is there again where it refuses a letter for its own sake', async () => {
    const { say, give } = await away();
    say.answer = (id) => (id === 'd' ? refused : sent);
    expect(await give('d', 1)).toEqual(refused);
    expect(await give('e', 1)).toEqual(sent);
  });

  it('is tried with another letter first, should it be the one that is at fault', async () => {
    const { say, give } = await away();
    say.answer = (id) => (id === 'c' ? busy : sent);
    expect(await give('c', 1)).toEqual({ ...busy, until: later(2).now });
    expect(await give('d', 1)).toEqual(sent);
  });
});

it('a letter whose way out could not be loaded waits, and the next one loads it anew', async () => {
  let loads = 0;
  const send = lazyTransport(async () => {
    loads += 1;
    if (loads === 1) throw new Error('EMFILE');
    return async () => sent;
  });
  const give = () => send(escalation(), 'leader@city.example', { now: later(0).now });
  expect([await give(), await give()]).toEqual([{ kind: 'busy', reason: 'not loaded: Error' }, sent]);
});

it('two failures leave nobody alone, nor do three that were not in a row', async () => {
  const { tried, say, give } = host(() => busy);
  for (const id of ['a', 'b']) await give(id, 0);
  say.answer = () => sent;
  await give('c', 0);
  say.answer = () => busy;
  for (const id of ['d', 'e', 'f']) await give(id, 0);
  expect(tried).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
});
