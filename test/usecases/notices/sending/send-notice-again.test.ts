import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Address, Notice } from '../../../../domain/notices/notice.ts';
import { queued } from '../../../../usecases/notices/delivery/claim-delivery.ts';
import { Busy, type Sending } from '../../../../usecases/notices/delivery/delivery.ts';
import { type SendNoticeDeps, sendNotice } from '../../../../usecases/notices/sending/send-notice.ts';
import {
  barred,
  busy,
  first,
  later,
  MORNING,
  notice,
  post,
  refused,
  reminder,
  sent,
  staff,
  tooMany,
  unknown,
} from '../../../support/transports.ts';

describe('a notice queued under two messages', () => {
  const second = { id: 'message-2', now: MORNING };

  it('is sent once when both come at the same moment', async () => {
    const { deps, tried, state } = post([sent]);
    const outcomes = await Promise.allSettled([sendNotice(reminder, first, deps), sendNotice(reminder, second, deps)]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await sendNotice(reminder, second, deps)).toBe('taken');
    expect([tried, state()]).toEqual([['officer@county.example'], 'sent']);
  });

  it('is sent once when the queue hands one message out twice at the same moment', async () => {
    const { deps, tried } = post([sent]);
    await Promise.allSettled([sendNotice(reminder, first, deps), sendNotice(reminder, first, deps)]);
    expect(tried).toEqual(['officer@county.example']);
  });

  it('is sent once when both come for the first time, and neither was told of the other', async () => {
    const { deps, tried, state } = post([sent]);
    await deps.deliveries.claim(reminder, queued(reminder));
    const both = [first, second].map((holder) => sendNotice(reminder, { ...holder, isFirst: true }, deps));
    await Promise.allSettled(both);
    expect(await sendNotice(reminder, { ...second, isFirst: true }, deps)).toBe('taken');
    expect([tried, state()]).toEqual([['officer@county.example'], 'sent']);
  });

  it('is sent from the dead-letter queue, which gives its message another id', async () => {
    const { deps, tried } = post([busy, sent]);
    expect(await sendNotice(reminder, first, deps)).toBe('waiting');
    expect(await sendNotice(reminder, { ...later(60), id: 'sent-again-by-ops' }, deps)).toBe('sent');
    expect(tried).toHaveLength(2);
  });

  it('goes on with the second when the first is lost in the middle of its send', async () => {
    const { deps, tried, results } = post([sent]);
    const dying = { ...deps, transports: { ...deps.transports, email: () => Promise.reject(new Error('killed')) } };
    await expect(sendNotice(reminder, first, dying)).rejects.toThrow('killed');
    await expect(sendNotice(reminder, second, deps)).rejects.toThrow(Busy);
    expect(await sendNotice(reminder, { ...second, takesOver: true }, deps)).toBe('sent');
    expect([tried, results()]).toEqual([['13900000001'], ['unknown', 'sent']]);
  });
});

describe('a function that is killed while it sends', () => {
  /** The deps, dying at the nth call of a port: before it has any effect, or after it. */
  function mortal(deps: SendNoticeDeps, dieAt: { call: number; after: boolean }[]): SendNoticeDeps {
    let calls = 0;
    const wrap =
      <Arguments extends unknown[], Result>(port: (...args: Arguments) => Promise<Result>) =>
      async (...args: Arguments): Promise<Result> => {
        calls += 1;
        const death = dieAt.find(({ call }) => call === calls);
        if (death && !death.after) throw new Error('killed');
        const result = await port(...args);
        if (death) throw new Error('killed');
        return result;
      };
    return {
      ...deps,
      kept: { keep: wrap(deps.kept.keep), of: wrap(deps.kept.of) },
      deliveries: { claim: wrap(deps.deliveries.claim), change: wrap(deps.deliveries.change) },
      complainantOf: wrap(deps.complainantOf),
      transports: { email: wrap(deps.transports.email), sms: wrap(deps.transports.sms) },
    };
  }

  const addresses = fc.uniqueArray(
    fc.constantFrom<Address>(
      ...[staff('email', 'a@x.example'), staff('sms', '139'), staff('email', 'b@x.example', 'duty')],
      ...[{ transport: 'email', complaint: 'QH-1' } as const, { transport: 'sms', complaint: 'QH-1' } as const],
    ),
    { minLength: 1 },
  );
  const deaths = fc.array(fc.record({ call: fc.integer({ min: 1, max: 30 }), after: fc.boolean() }), { maxLength: 4 });
  const answers = fc.array(fc.constantFrom(sent, refused, busy, barred, tooMany, unknown), { maxLength: 6 });
  const copies = fc.array(fc.record({ id: fc.constantFrom('message-1', 'message-2'), isFirst: fc.boolean() }), {
    maxLength: 6,
  });
  const again = { id: 'message-1', isFirst: false };

  it('at whatever step, and redelivered, sends to no address twice unless it was told that nothing went', async () => {
    await fc.assert(
      fc.asyncProperty(
        addresses,
        deaths,
        answers,
        copies,
        fc.boolean(),
        async (list, dieAt, told, receives, isOnRecord) => {
          // In the end every transport is there again.
          const { deps, state, results } = post([...told, sent], { email: 'c@x.example' });
          const mayHaveGone: string[] = [];
          const watch =
            (send: SendNoticeDeps['transports']['email']) => async (one: Notice, to: string, sending: Sending) => {
              const result = await send(one, to, sending);
              if (result.kind === 'sent' || result.kind === 'unknown') mayHaveGone.push(to);
              return result;
            };
          const { email, sms } = deps.transports;
          const dying = mortal({ ...deps, transports: { email: watch(email), sms: watch(sms) } }, dieAt);

          if (isOnRecord) await deps.deliveries.claim(notice(...list), queued(notice(...list)));
          for (const [count, { id, isFirst }] of [...receives, ...Array(15).fill(again)].entries()) {
            await sendNotice(notice(...list), { ...later(count * 300), id, isFirst }, dying).catch(() => {});
          }
          for (const count of [30, 31, 32, 33, 34, 35, 36]) {
            await sendNotice(notice(...list), { ...later(count * 300), takesOver: true }, dying).catch(() => {});
          }

          expect(new Set(mayHaveGone).size).toBe(mayHaveGone.length);
          expect(['sent', 'failed', 'expired', 'uncertain']).toContain(state());
          expect(results().includes('sent')).toBe(state() === 'sent');
          if (state() !== 'sent') expect(results()).toHaveLength(list.length);
        },
      ),
      { numRuns: 500 },
    );
  });
});
