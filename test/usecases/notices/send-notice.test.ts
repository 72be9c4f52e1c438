import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memoryDeliveries } from '../../../adapters/memory/deliveries.ts';
import type { Contact } from '../../../domain/complaint.ts';
import type { Address, Notice, Transport } from '../../../domain/notices/notice.ts';
import {
  Busy,
  type Sending,
  type SendNoticeDeps,
  type SendResult,
  sendNotice,
} from '../../../usecases/notices/send-notice.ts';
import { beijing } from '../../support/rules.ts';

const staff = (transport: Transport, to: string, role: 'handler' | 'duty' = 'handler'): Address => ({
  ...{ transport, organ: 'county', role, to },
});

const notice = (...addresses: Address[]): Notice => ({
  ...{ id: 'QH-1#2#county#handler#email', caseId: 'QH-1', at: beijing('2026-06-05 09:30'), addresses },
  ...{ subject: '【提醒】QH-1', text: '请在期限内办理。' },
  sms: { use: 'complainant', values: { receipt: 'QH-1', status: '已受理' } },
});

const reminder = notice(
  staff('email', 'officer@county.example'),
  staff('sms', '13900000001'),
  staff('email', 'duty@county.example', 'duty'),
);

const first = { id: 'message-1', isLastTry: false };
const lastTry = { id: 'message-1', isLastTry: true };
const sent: SendResult = { kind: 'sent', reference: 'r' };
const refused: SendResult = { kind: 'refused', reason: 'SMTP 550' };
const busy: SendResult = { kind: 'busy', reason: 'Throttling' };
const unknown: SendResult = { kind: 'unknown', reason: 'TimeoutError' };

/** Transports that answer as told, the last answer for all that follow, and keep what they were given. */
function post(answers: readonly SendResult[], contact?: Contact) {
  const left = [...answers];
  const tried: string[] = [];
  const send = async (_: Notice, to: string) => {
    tried.push(to);
    return left.length > 1 ? left.shift()! : left[0]!;
  };
  const deliveries = memoryDeliveries();
  const deps: SendNoticeDeps = {
    deliveries,
    complainantOf: async () => ({ contact, queryCode: 'CODE1234' }),
    transports: { email: send, sms: send },
  };
  const results = () =>
    [...deliveries.byNotice.values()].flatMap(({ attempts }) => attempts.map(({ result }) => result));
  const state = () => [...deliveries.byNotice.values()][0]?.state;
  return { deps, tried, results, state };
}

describe('a notice', () => {
  it('is sent once, and never again under the same or another message', async () => {
    const { deps, tried, state } = post([sent]);
    expect(await sendNotice(reminder, first, deps)).toBe('sent');
    expect(await sendNotice(reminder, first, deps)).toBe('taken');
    expect(await sendNotice(reminder, { id: 'message-2', isLastTry: false }, deps)).toBe('taken');
    expect([tried, state()]).toEqual([['officer@county.example'], 'sent']);
  });

  it('that is refused goes to the next address at once', async () => {
    const { deps, tried, results } = post([refused, sent]);
    expect(await sendNotice(reminder, first, deps)).toBe('sent');
    expect(tried).toEqual(['officer@county.example', '13900000001']);
    expect(results()).toEqual(['refused', 'sent']);
  });

  it('that a busy service cannot take comes again, to the same address', async () => {
    const { deps, tried, results } = post([busy, sent]);
    await expect(sendNotice(reminder, first, deps)).rejects.toThrow(Busy);
    expect(await sendNotice(reminder, first, deps)).toBe('sent');
    expect(tried).toEqual(['officer@county.example', 'officer@county.example']);
    expect(results()).toEqual(['sent']);
  });

  it('that is still not taken on the last try goes to the next address', async () => {
    const { deps, tried, results } = post([busy, sent]);
    expect(await sendNotice(reminder, lastTry, deps)).toBe('sent');
    expect(tried).toEqual(['officer@county.example', '13900000001']);
    expect(results()).toEqual(['busy', 'sent']);
  });

  it('of which nobody knows whether it went is not sent there again, but to the next address', async () => {
    const { deps, tried, results } = post([unknown, sent]);
    expect(await sendNotice(reminder, first, deps)).toBe('sent');
    expect(tried).toEqual(['officer@county.example', '13900000001']);
    expect(results()).toEqual(['unknown', 'sent']);
  });

  it('that nobody takes has failed, with every attempt on record', async () => {
    const { deps, results, state } = post([refused, unknown, refused]);
    expect(await sendNotice(reminder, first, deps)).toBe('failed');
    expect([results(), state()]).toEqual([['refused', 'unknown', 'refused'], 'failed']);
    expect(await sendNotice(reminder, first, deps)).toBe('taken');
  });

  it('to nobody has failed', async () => {
    const { deps, state } = post([sent]);
    expect(await sendNotice(notice(), first, deps)).toBe('no-address');
    expect(state()).toBe('failed');
  });

  it('to two roles who share one address is not tried there twice', async () => {
    const shared = notice(
      staff('sms', '13900000001'),
      staff('sms', '13900000001', 'duty'),
      staff('email', 'a@b.example'),
    );
    const { deps, tried } = post([unknown, sent]);
    await sendNotice(shared, first, deps);
    expect(tried).toEqual(['13900000001', 'a@b.example']);
  });
});

describe('a notice to the complainant', () => {
  const told = notice({ transport: 'email', complaint: 'QH-1' }, { transport: 'sms', complaint: 'QH-1' });

  it('finds the address in the vault, and leaves none on record', async () => {
    const { deps, tried } = post([sent], { email: 'qian@citizen.example', phone: '13911112222' });
    expect(await sendNotice(told, first, deps)).toBe('sent');
    expect(tried).toEqual(['qian@citizen.example']);
    expect(JSON.stringify([...memoryOf(deps)])).not.toContain('qian@citizen.example');
  });

  it('goes by text message to who left no e-mail address', async () => {
    const { deps, tried, results } = post([sent], { phone: '13911112222' });
    await sendNotice(told, first, deps);
    expect(tried).toEqual(['13911112222']);
    expect(results()).toEqual(['no-address', 'sent']);
  });

  it.each([
    ['139 1111-2222', '13911112222'],
    ['+86 139 1111 2222', '13911112222'],
    ['１３９１１１１２２２２', '13911112222'],
    ['025-83101234转8', undefined],
  ])('typed as %s is reached at %s', async (phone, reached) => {
    const { deps, tried } = post([sent], { phone });
    await sendNotice(told, first, deps);
    expect(tried).toEqual(reached === undefined ? [] : [reached]);
  });

  it.each([{}, undefined])('who left no address at all (%j) has failed quietly', async (contact) => {
    const { deps, tried, results } = post([sent], contact);
    expect(await sendNotice(told, first, deps)).toBe('no-address');
    expect([tried, results()]).toEqual([[], ['no-address', 'no-address']]);
  });
});

describe('a notice queued under two messages', () => {
  const second = { id: 'message-2', isLastTry: false };

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

  it('is sent from the dead-letter queue, which gives its message another id', async () => {
    const { deps, tried } = post([busy, sent]);
    await expect(sendNotice(reminder, first, deps)).rejects.toThrow(Busy);
    expect(await sendNotice(reminder, { id: 'sent-again-by-ops', isLastTry: false }, deps)).toBe('sent');
    expect(tried).toHaveLength(2);
  });

  it('goes on with the second when the first is lost in the middle of its send', async () => {
    const { deps, tried, results } = post([sent]);
    const dying = { ...deps, transports: { ...deps.transports, email: () => Promise.reject(new Error('killed')) } };
    await expect(sendNotice(reminder, first, dying)).rejects.toThrow('killed');
    await expect(sendNotice(reminder, second, deps)).rejects.toThrow(Busy);
    expect(await sendNotice(reminder, { ...second, isLastTry: true }, deps)).toBe('sent');
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
  const answers = fc.array(fc.constantFrom(sent, refused, busy, unknown), { minLength: 1, maxLength: 6 });
  const copies = fc.array(fc.constantFrom('message-1', 'message-2'), { maxLength: 6 });

  it('at whatever step, and redelivered, sends to no address twice unless it was told that nothing went', async () => {
    await fc.assert(
      fc.asyncProperty(addresses, deaths, answers, copies, async (list, dieAt, told, ids) => {
        const { deps, state, results } = post(told, { email: 'c@x.example' });
        const mayHaveGone: string[] = [];
        const watch =
          (send: SendNoticeDeps['transports']['email']) => async (one: Notice, to: string, sending: Sending) => {
            const result = await send(one, to, sending);
            if (result.kind === 'sent' || result.kind === 'unknown') mayHaveGone.push(to);
            return result;
          };
        const { email, sms } = deps.transports;
        const dying = mortal({ ...deps, transports: { email: watch(email), sms: watch(sms) } }, dieAt);

        for (const id of [...ids, ...Array(9).fill('message-1')]) {
          await sendNotice(notice(...list), { id, isLastTry: false }, dying).catch(() => {});
        }
        for (let last = 0; last < 6; last += 1) await sendNotice(notice(...list), lastTry, dying).catch(() => {});

        expect(new Set(mayHaveGone).size).toBe(mayHaveGone.length);
        expect(['sent', 'failed']).toContain(state());
        expect(results().length).toBe(state() === 'failed' ? list.length : results().indexOf('sent') + 1);
      }),
      { numRuns: 500 },
    );
  });
});

const memoryOf = (deps: SendNoticeDeps) => (deps.deliveries as ReturnType<typeof memoryDeliveries>).byNotice.values();
