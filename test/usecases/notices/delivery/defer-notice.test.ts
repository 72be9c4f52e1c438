import { describe, expect, it } from 'vitest';
import { memoryDeliveries } from '../../../../adapters/memory/deliveries.ts';
import type { Attempt } from '../../../../domain/notices/delivery/attempt.ts';
import { deferNotice } from '../../../../usecases/notices/delivery/defer-notice.ts';
import { beijing, noticeHours } from '../../../support/rules.ts';
import { reminder } from '../../../support/transports.ts';
import { rules } from '../../../support/world.ts';

const patient = { ...reminder, wait: 'hours' } as const;
const at = (time: string) => ({ id: 'message-1', now: beijing(`2026-06-05 ${time}`) });

/** A letter that was sent by day, and of which its host says later that it came back. */
async function cameBack(...others: readonly Attempt[]) {
  const deliveries = memoryDeliveries();
  const deps = { deliveries, hours: noticeHours, rules: rules() };
  const before = await deliveries.claim(patient, at('10:00'));
  const attempt = { transport: 'email', recipient: 'county/handler', result: 'refused', reason: 'bounced' } as const;
  await deliveries.change(patient, before, { ...before, attempts: [attempt, ...others], version: 2 });
  const waiting = () => deliveries.byNotice.get(patient.id)?.waiting;
  return { deps, waiting };
}

describe('a letter that can wait and comes back', () => {
  it('by night goes to the next person in the morning, also when its message comes twice', async () => {
    const { deps, waiting } = await cameBack();
    expect(await deferNotice(patient, at('23:00'), deps)).toBe(true);
    expect(waiting()).toMatchObject({ until: beijing('2026-06-06 08:00') });
    expect(await deferNotice(patient, { ...at('23:01'), id: 'message-2' }, deps)).toBe(true);
  });

  it('by night under two messages of one moment is sent by neither', async () => {
    const { deps, waiting } = await cameBack();
    const both = [
      deferNotice(patient, at('23:00'), deps),
      deferNotice(patient, { ...at('23:00'), id: 'message-2' }, deps),
    ];
    const told = await Promise.allSettled(both);
    expect(told.map((one) => (one.status === 'fulfilled' ? one.value : one.reason.name)).toSorted()).toEqual([
      'Busy',
      true,
    ]);
    expect(waiting()).toMatchObject({ until: beijing('2026-06-06 08:00') });
  });

  it('by day goes to the next person within five minutes, with all that came back with it', async () => {
    const { deps, waiting } = await cameBack();
    expect(await deferNotice(patient, at('15:01'), deps)).toBe(true);
    expect(waiting()).toMatchObject({ until: beijing('2026-06-05 15:05'), isPutBy: true });
  });

  it('by day is asked after first where nobody knows of another attempt', async () => {
    const { deps, waiting } = await cameBack({ transport: 'sms', recipient: 'county/handler', result: 'unknown' });
    expect(await deferNotice(patient, at('15:00'), deps)).toBe(false);
    expect(waiting()).toBeUndefined();
  });
});
