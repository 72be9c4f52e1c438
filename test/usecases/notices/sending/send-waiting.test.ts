import { expect, it } from 'vitest';
import { type SendWaitingDeps, sendWaiting } from '../../../../usecases/notices/sending/send-waiting.ts';
import { beijing } from '../../../support/rules.ts';

const waitingBy = (transport: string, since: string) => ({
  notice: { id: `QH-7KX4-M9P2-Q3T8#1#${transport}` },
  delivery: {
    state: 'waiting',
    attempts: [{ transport, recipient: 'somebody', result: 'busy' }],
    waiting: { importance: 1, since: beijing(since), until: beijing('2026-06-03 11:00') },
  },
});

const runOver = (...known: readonly ReturnType<typeof waitingBy>[]) => {
  const deliveries = {
    async *waiting() {
      yield known;
    },
  };
  const deps = { deliveries, transports: {}, hasTime: () => true } as unknown as SendWaitingDeps;
  return sendWaiting(beijing('2026-06-03 10:00'), deps);
};

it('a call to a partner that has been away for days waits, and is no notice that reaches nobody', async () => {
  const call = waitingBy('callback', '2026-06-01 10:00');
  expect(await runOver(call)).toMatchObject({
    waiting: 1,
    waitsSince: undefined,
    idleUntil: beijing('2026-06-03 11:00'),
  });
  const mail = waitingBy('email', '2026-06-03 09:00');
  expect(await runOver(call, mail)).toMatchObject({ waiting: 2, waitsSince: beijing('2026-06-03 09:00') });
});
