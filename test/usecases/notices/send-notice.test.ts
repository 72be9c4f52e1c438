import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memoryDeliveries } from '../../../adapters/memory/deliveries.ts';
import type { Contact } from '../../../domain/complaint.ts';
import type { Address, Notice, Transport } from '../../../domain/notices/notice.ts';
import { Busy, type Sending, type SendResult } from '../../../usecases/notices/delivery.ts';
import { type Holder, type SendNoticeDeps, sendNotice } from '../../../usecases/notices/send-notice.ts';
import { escalation } from '../../support/notices.ts';
import { beijing } from '../../support/rules.ts';

const staff = (transport: Transport, to: string, role: 'handler' | 'duty' = 'handler'): Address => ({
  transport,
  organ: 'county',
  role,
  to,
});

const notice = (...addresses: Address[]): Notice => ({
  id: 'QH-1#2#county#handler#email',
  caseId: 'QH-1',
  at: beijing('2026-06-05 09:30'),
  addresses,
  subject: '【提醒】QH-1',
  text: '请在期限内办理。',
  sms: { use: 'complainant', values: { receipt: 'QH-1', status: '已受理' } },
});

const reminder = notice(
  staff('email', 'officer@county.example'),
  staff('sms', '13900000001'),
  staff('email', 'duty@county.example', 'duty'),
);

const MORNING = beijing('2026-06-05 09:30');
const first: Holder = { id: 'message-1', now: MORNING };
/** The first message once more, so many minutes later. */
const later = (minutes: number): Holder => ({
  ...first,
  now: new Date(Date.parse(MORNING) + minutes * 60_000).toISOString(),
});
const sent: SendResult = { kind: 'sent', reference: 'r' };
const refused: SendResult = { kind: 'refused', reason: 'SMTP 550' };
const busy: SendResult = { kind: 'busy', reason: 'Throttling' };
const barred: SendResult = { kind: 'barred', reason: 'isv.AMOUNT_NOT_ENOUGH' };
const tooMany: SendResult = { kind: 'later', reason: 'isv.BUSINESS_LIMIT_CONTROL' };
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
    expect(await sendNotice(reminder, { id: 'message-2', now: MORNING }, deps)).toBe('taken');
    expect([tried, state()]).toEqual([['officer@county.example'], 'sent']);
  });

  it('that is refused goes to the next address at once', async () => {
    const { deps, tried, results } = post([refused, sent]);
    expect(await sendNotice(reminder, first, deps)).toBe('sent');
    expect(tried).toEqual(['officer@county.example', '13900000001']);
    expect(results()).toEqual(['refused', 'sent']);
  });

  it('that a busy service cannot take waits, and goes to the same address', async () => {
    const { deps, tried, results } = post([busy, sent]);
    expect(await sendNotice(reminder, first, deps)).toBe('waiting');
    expect(await sendNotice(reminder, later(1), deps)).toBe('sent');
    expect(tried).toEqual(['officer@county.example', 'officer@county.example']);
    expect(results()).toEqual(['sent']);
  });

  it('that is still not taken after half an hour goes on to the next address, and the first is not spent', async () => {
    const { deps, tried, results } = post([busy, busy, refused, sent]);
    for (const minutes of [0, 29]) expect(await sendNotice(reminder, later(minutes), deps)).toBe('waiting');
    expect(tried).toEqual(['officer@county.example', 'officer@county.example']);
    expect(await sendNotice(reminder, later(30), { ...deps, ...only(deps, 'sms') })).toBe('waiting');
    expect(results()).toEqual(['busy', 'refused', 'busy']);
    expect(await sendNotice(reminder, later(31), deps)).toBe('sent');
    expect(results()).toEqual(['sent', 'refused', 'busy']);
  });

  it('that is urgent goes on to the next address at once', async () => {
    const urgent: Notice = { ...reminder, sms: escalation({}).sms };
    const alarm = { ...urgent, sms: { ...urgent.sms, values: { ...urgent.sms.values, kind: '紧急' } } } as Notice;
    const { deps, tried, results } = post([busy, sent]);
    expect(await sendNotice(alarm, first, deps)).toBe('sent');
    expect([tried.length, results()]).toEqual([2, ['busy', 'sent']]);
  });

  it.each([
    ['an account that is empty', barred],
    ['a number that had too many today', tooMany],
  ])('goes on to the next address at once after %s, for that takes hours', async (_, answer) => {
    const { deps, results } = post([answer, sent]);
    expect(await sendNotice(reminder, first, deps)).toBe('sent');
    expect(results()).toEqual([answer.kind, 'sent']);
  });

  it('leaves a number alone that had too many: a quarter of an hour, then half an hour, and about a week in all', async () => {
    const text = notice(staff('sms', '13900000001'));
    const { deps, tried, state } = post([tooMany]);
    for (const minutes of [0, 1, 14, 15, 16, 44, 45, 46]) await sendNotice(text, later(minutes), deps);
    expect(tried).toHaveLength(3);
    for (let hours = 4; hours < 24 * 6; hours += 4) await sendNotice(text, later(hours * 60), deps);
    expect(state()).toBe('waiting');
    for (let hours = 24 * 6; hours < 24 * 10; hours += 4) await sendNotice(text, later(hours * 60), deps);
    expect(state()).toBe('failed');
  });

  it('of which nobody knows whether it went is not sent there again, but to the next address', async () => {
    const { deps, tried, results } = post([unknown, sent]);
    expect(await sendNotice(reminder, first, deps)).toBe('sent');
    expect(tried).toEqual(['officer@county.example', '13900000001']);
    expect(results()).toEqual(['unknown', 'sent']);
  });

  it.each([
    ['failed', refused],
    ['uncertain', unknown],
  ])('that nobody takes is %s, with every attempt on record', async (outcome, second) => {
    const { deps, results, state } = post([refused, second, refused]);
    expect(await sendNotice(reminder, first, deps)).toBe(outcome);
    expect([results(), state()]).toEqual([['refused', second.kind, 'refused'], outcome]);
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

describe('an acknowledgement', () => {
  const receipt: Notice = { ...notice({ transport: 'email', complaint: 'QH-1' }), kind: 'acknowledgement' };
  const contact = { email: 'qian@citizen.example' };

  it('whose function died is sent once more when its message comes again', async () => {
    const { deps, tried, state } = post([sent], contact);
    const dying = { ...deps, transports: { ...deps.transports, email: () => Promise.reject(new Error('killed')) } };
    await expect(sendNotice(receipt, first, dying)).rejects.toThrow('killed');
    expect(await sendNotice(receipt, later(9), deps)).toBe('sent');
    expect([tried, state()]).toEqual([['qian@citizen.example'], 'sent']);
  });

  it('of which nobody knows whether it went is sent once more, and no third time', async () => {
    const { deps, tried, state } = post([unknown], contact);
    const outcomes = [];
    for (const minutes of [0, 1, 2]) outcomes.push(await sendNotice(receipt, later(minutes), deps));
    expect([outcomes, tried.length, state()]).toEqual([['waiting', 'uncertain', 'taken'], 2, 'uncertain']);
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
  const answers = fc.array(fc.constantFrom(sent, refused, busy, barred, tooMany, unknown), { maxLength: 6 });
  const copies = fc.array(fc.constantFrom('message-1', 'message-2'), { maxLength: 6 });

  it('at whatever step, and redelivered, sends to no address twice unless it was told that nothing went', async () => {
    await fc.assert(
      fc.asyncProperty(addresses, deaths, answers, copies, async (list, dieAt, told, ids) => {
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

        for (const [count, id] of [...ids, ...Array(15).fill('message-1')].entries()) {
          await sendNotice(notice(...list), { ...later(count * 300), id }, dying).catch(() => {});
        }
        for (const count of [30, 31, 32, 33, 34, 35, 36]) {
          await sendNotice(notice(...list), { ...later(count * 300), takesOver: true }, dying).catch(() => {});
        }

        expect(new Set(mayHaveGone).size).toBe(mayHaveGone.length);
        expect(['sent', 'failed', 'uncertain']).toContain(state());
        expect(results().includes('sent')).toBe(state() === 'sent');
        if (state() !== 'sent') expect(results()).toHaveLength(list.length);
      }),
      { numRuns: 500 },
    );
  });
});

/** Transports of which only one is asked at all: the others answer as an outage does. */
const only = (deps: SendNoticeDeps, transport: 'email' | 'sms') => ({
  transports: { email: async () => busy, sms: async () => busy, [transport]: deps.transports[transport] },
});

const memoryOf = (deps: SendNoticeDeps) => (deps.deliveries as ReturnType<typeof memoryDeliveries>).byNotice.values();
