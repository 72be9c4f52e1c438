import { expect, it } from 'vitest';
import { memoryRateLimits } from '../../../../adapters/memory/rate-limits.ts';
import { withCircuitBreaker } from '../../../../usecases/notices/transports/circuit-breaker.ts';
import { pacedGroups } from '../../../../usecases/notices/transports/send-to-groups.ts';
import { busy, notice, sent, staff } from '../../../support/transports.ts';

const letter = notice({ transport: 'robot', organ: 'county', role: 'group', to: 'county-duty' });
const other = notice({ transport: 'robot', organ: 'city', role: 'group', to: 'city-duty' });

it('a group gets ten messages a minute, and never twenty within sixty seconds; each group for itself', async () => {
  const given: string[] = [];
  const send = pacedGroups(async (_, to) => {
    given.push(to);
    return sent;
  }, memoryRateLimits());
  const results = [];
  for (let n = 0; n < 12; n += 1) results.push(await send(letter, 'county-duty', { now: '2026-06-05T01:30:59.000Z' }));
  await send(other, 'city-duty', { now: '2026-06-05T01:30:59.000Z' });
  expect(results.map(({ kind }) => kind)).toEqual([...Array(10).fill('sent'), 'busy', 'busy']);
  for (let n = 0; n < 12; n += 1) await send(letter, 'county-duty', { now: '2026-06-05T01:31:01.000Z' });
  expect(given.filter((to) => to === 'county-duty')).toHaveLength(20);
  expect(given).toContain('city-duty');
});

it('a group that takes nothing is left alone, and no other with it', async () => {
  const asked: string[] = [];
  const robot = async (_: unknown, to: string) => {
    asked.push(to);
    return to === 'county-duty' ? busy : sent;
  };
  const { transports, isAway } = withCircuitBreaker({ email: async () => sent, sms: async () => sent, robot });
  const give = (one: typeof letter) =>
    transports.robot!(one, 'to' in one.addresses[0]! ? one.addresses[0].to : '', { now: letter.at });
  for (let n = 0; n < 5; n += 1) await give(letter);
  expect(await give(other)).toEqual(sent);
  expect(asked).toEqual(['county-duty', 'county-duty', 'county-duty', 'city-duty']);
  expect(isAway({ transport: 'robot', recipient: 'county/group' })).toBe(true);
  expect(isAway({ transport: 'robot', recipient: 'city/group' })).toBe(false);
});

it('a service that all share is away for everybody', async () => {
  const { transports, isAway } = withCircuitBreaker({ email: async () => busy, sms: async () => sent });
  for (const to of ['a@county.example', 'b@county.example', 'c@county.example'])
    await transports.email(notice(staff('email', to)), to, { now: letter.at });
  expect(isAway({ transport: 'email', recipient: 'city/handler' })).toBe(true);
});
