import { describe, expect, it } from 'vitest';
import { memoryProviderHealth } from '../../../../adapters/memory/provider-health.ts';
import { FAILOVER } from '../../../../domain/notices/delivery/failover.ts';
import type { Notice } from '../../../../domain/notices/notice.ts';
import type { SendResult } from '../../../../usecases/notices/delivery/delivery.ts';
import { byProviders } from '../../../../usecases/notices/transports/providers.ts';
import { escalation } from '../../../support/notices.ts';
import { barred, busy, refused, sent, tooMany, unknown } from '../../../support/transports.ts';

const MORNING = Date.parse('2026-06-05T01:30:00.000Z');

/** Two operators, of whom each answers as it is told and takes so long; minutes pass only when somebody says so. */
function office(
  answers: Readonly<Record<string, (turn: number) => SendResult>>,
  tookMs: (name: string) => number = () => 0,
) {
  const asked: string[] = [];
  let watch = 0;
  let minute = 0;
  const providers = Object.entries(answers).map(([name, answer]) => ({
    name,
    send: async () => {
      asked.push(name);
      watch += tookMs(name);
      return answer(asked.filter((one) => one === name).length);
    },
  }));
  const deps = { health: memoryProviderHealth(), rule: FAILOVER, stopWatch: () => watch };
  const send = byProviders('sms', providers, deps);
  const now = () => new Date(MORNING + minute * 60_000).toISOString();
  const give = (notice: Notice = escalation()) => send(notice, '13900000402', { now: now() });
  const pass = (minutes: number) => {
    minute += minutes;
  };
  return { asked, give, pass };
}

const numbered = (n: number) => escalation({ id: `QH-1#${n}#city#leader#sms` });

describe('a transport of several providers', () => {
  it.each([
    ['busy', busy],
    ['barred', barred],
    ['not taking this one', tooMany],
  ])('hands over to the next where one is %s: nothing was sent', async (_, result) => {
    const { asked, give } = office({ aliyun: () => result, tencent: () => sent });
    expect(await give()).toEqual({ ...sent, by: 'tencent' });
    expect(asked).toEqual(['aliyun', 'tencent']);
  });

  it.each([
    ['may have gone', unknown],
    ['is refused for its address', refused],
  ])('asks no other once a message %s', async (_, result) => {
    const { asked, give } = office({ aliyun: () => result, tencent: () => sent });
    expect(await give()).toEqual({ ...result, by: 'aliyun' });
    expect(asked).toEqual(['aliyun']);
  });

  it('waits as the most hopeful of them says, where none takes it', async () => {
    const { give } = office({ aliyun: () => barred, tencent: () => busy });
    expect(await give()).toEqual({ ...busy, by: 'tencent' });
  });

  it('asks no further one when that would cost the function its time', async () => {
    const { asked, give } = office({ aliyun: () => busy, tencent: () => sent }, () => 21_000);
    expect(await give()).toEqual({ ...busy, by: 'aliyun' });
    expect(asked).toEqual(['aliyun']);
  });

  it('of one provider is that provider, uncounted', async () => {
    const { give } = office({ aliyun: () => sent });
    expect(await give()).toEqual(sent);
  });

  it('passes over one that times out every fifth time within ten messages, and comes back within the hour', async () => {
    const { asked, give, pass } = office({
      aliyun: (turn) => (turn % 5 === 0 ? unknown : sent),
      tencent: () => sent,
    });
    for (let n = 0; n < 100; n += 1) await give(numbered(n));
    expect(asked.slice(0, 10)).toEqual(Array(10).fill('aliyun'));
    expect(asked.slice(10)).toEqual(Array(90).fill('tencent'));
    pass(60);
    await give(numbered(100));
    expect(asked.at(-1)).toBe('aliyun');
  });

  it('passes over one that is slower than the target', async () => {
    const { asked, give } = office({ aliyun: () => sent, tencent: () => sent }, (name) =>
      name === 'aliyun' ? 5_001 : 0,
    );
    for (let n = 0; n < 4; n += 1) await give(numbered(n));
    expect(asked).toEqual(['aliyun', 'aliyun', 'tencent', 'tencent']);
  });
});
