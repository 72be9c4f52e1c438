import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SendResult } from '../../../../usecases/notices/delivery/delivery.ts';
import { sendNotice } from '../../../../usecases/notices/sending/send-notice.ts';
import type { Found, Given } from '../../../../usecases/notices/transports/inquiry.ts';
import { askProviders } from '../../../../usecases/notices/transports/providers.ts';
import { escalation } from '../../../support/notices.ts';
import { first, later, notice, post, sent, staff, unknown } from '../../../support/transports.ts';

const taken: Found = { kind: 'taken' };
const absent: Found = { kind: 'absent' };
const silent: Found = { kind: 'silent' };
const arrived: Found = { kind: 'taken', receipt: { kind: 'delivered', at: '2026-06-05T01:31:00.000Z' } };
const failed: Found = {
  kind: 'taken',
  receipt: { kind: 'returned', at: '2026-06-05T01:31:00.000Z', reason: 'MOBILE_NOT_ON_SERVICE' },
};

const reminder = notice(staff('sms', '13900000001'), staff('email', 'duty@county.example', 'duty'));

/** Transports that answer so, and an operator that says so when it is asked, the last for all that follow. */
function office(answers: readonly SendResult[], found: readonly Found[]) {
  const office = post(answers);
  const left = [...found];
  const asked: Given[] = [];
  const sms = async (message: Given) => {
    asked.push(message);
    return left.length > 1 ? left.shift()! : left[0]!;
  };
  const deps = { ...office.deps, inquiries: { sms } };
  /** So many minutes go by, with a run of the schedule in each. */
  const pass = async (minutes: number, one = reminder) => {
    for (let minute = 1; minute <= minutes; minute += 1) await sendNotice(one, later(minute), deps);
  };
  const attempts = () =>
    [
      ...(
        deps.deliveries as ReturnType<typeof post>['deps']['deliveries'] & {
          byNotice: Map<string, { attempts: readonly object[] }>;
        }
      ).byNotice.values(),
    ][0]!.attempts;
  return { ...office, deps, asked, pass, attempts };
}

describe('a text message of which nobody knows whether it went', () => {
  it('is sent nowhere else before the operator was asked', async () => {
    const { deps, tried, state, asked, pass } = office([unknown, sent], [silent, taken]);
    expect(await sendNotice(reminder, first, deps)).toBe('waiting');
    await pass(1);
    expect([tried, state()]).toEqual([['13900000001'], 'waiting']);
    await pass(1);
    expect([tried, state(), asked.length]).toEqual([['13900000001'], 'sent', 2]);
    expect(asked[0]).toMatchObject({ id: reminder.id, to: '13900000001', at: first.now });
  });

  it('has arrived when the operator says so', async () => {
    const { deps, pass, attempts } = office([unknown], [arrived]);
    await sendNotice(reminder, first, deps);
    await pass(1);
    expect(attempts()).toEqual([
      expect.objectContaining({ result: 'sent', receipt: expect.objectContaining({ kind: 'delivered' }) }),
    ]);
  });

  it('goes on to the next person when the operator says that it failed', async () => {
    const { deps, tried, results, pass } = office([unknown, sent], [failed]);
    await sendNotice(reminder, first, deps);
    await pass(1);
    expect([tried, results()]).toEqual([
      ['13900000001', 'duty@county.example'],
      ['refused', 'sent'],
    ]);
  });

  it('goes to the same number again once the operator has not heard of it for five minutes', async () => {
    const { deps, tried, pass } = office([unknown, sent], [absent]);
    await sendNotice(reminder, first, deps);
    await pass(4);
    expect(tried).toEqual(['13900000001']);
    await pass(1);
    expect(tried).toEqual(['13900000001', '13900000001']);
  });

  it('goes on to the next person, and never there again, when the operator can tell nothing', async () => {
    const { deps, tried, results, asked, pass } = office([unknown, sent], [silent]);
    await sendNotice(reminder, first, deps);
    await pass(20);
    expect([tried, results(), asked.length]).toEqual([['13900000001', 'duty@county.example'], ['unknown', 'sent'], 15]);
  });

  it('holds up nothing that is urgent', async () => {
    const { deps, tried } = office([unknown, sent], [silent]);
    const urgent = { ...reminder, sms: { ...escalation().sms, values: { ...escalation().sms.values, kind: '紧急' } } };
    expect(await sendNotice(urgent as typeof reminder, first, deps)).toBe('sent');
    expect(tried).toEqual(['13900000001', 'duty@county.example']);
  });

  it('is told to no number twice by an operator that lists what it took, whatever it answers', async () => {
    const answers = fc.array(fc.constantFrom('unknown', 'lost', 'sent', 'busy'), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(answers, fc.array(fc.boolean(), { maxLength: 20 }), async (said, isSilent) => {
        const box: string[] = [];
        const office = post([sent]);
        const left = [...said];
        const hears = [...isSilent];
        const sms = async (): Promise<SendResult> => {
          const one = left.shift() ?? 'sent';
          if (one === 'unknown' || one === 'sent') box.push(one);
          return one === 'sent' ? sent : one === 'busy' ? { kind: 'busy', reason: 'x' } : unknown;
        };
        const ask = async (): Promise<Found> => (hears.shift() ? silent : box.length > 0 ? taken : absent);
        const deps = { ...office.deps, transports: { ...office.deps.transports, sms }, inquiries: { sms: ask } };
        const one = notice(staff('sms', '13900000001'));
        for (let minute = 0; minute < 120; minute += 1) await sendNotice(one, later(minute), deps);
        expect(box.length).toBeLessThanOrEqual(1);
        expect(['sent', 'uncertain']).toContain(office.state());
      }),
      { numRuns: 30 },
    );
  });
});

describe('several operators', () => {
  const provider = (name: string, found?: Found) => ({
    ...{ name, send: async () => sent },
    ...(found && { inquire: async () => found }),
  });
  const given = { id: 'QH-1', to: '139', at: first.now };

  it.each([
    ['the one that was given it', [provider('a', taken), provider('b', absent)], 'b', 'absent'],
    [
      'all where nobody knows which: who took it settles it',
      [provider('a', absent), provider('b', taken)],
      undefined,
      'taken',
    ],
    [
      'all where nobody knows which: one that cannot tell leaves it open',
      [provider('a', absent), provider('b')],
      undefined,
      'silent',
    ],
    ['all where nobody knows which: none has it', [provider('a', absent), provider('b', absent)], undefined, 'absent'],
  ])('are asked: %s', async (_, providers, by, kind) => {
    expect(await askProviders(providers)!({ ...given, by })).toEqual({ kind });
  });

  it('of whom none can be asked are not', () => {
    expect(askProviders([provider('sns')])).toBeUndefined();
  });
});
