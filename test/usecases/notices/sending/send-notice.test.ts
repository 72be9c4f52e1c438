import { describe, expect, it } from 'vitest';
import type { memoryDeliveries } from '../../../../adapters/memory/deliveries.ts';
import type { Notice } from '../../../../domain/notices/notice.ts';
import { type SendNoticeDeps, sendNotice } from '../../../../usecases/notices/sending/send-notice.ts';
import { escalation } from '../../../support/notices.ts';
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

/** Transports of which only one is asked at all: the others answer as an outage does. */
const only = (deps: SendNoticeDeps, transport: 'email' | 'sms') => ({
  transports: { email: async () => busy, sms: async () => busy, [transport]: deps.transports[transport] },
});

const memoryOf = (deps: SendNoticeDeps) => (deps.deliveries as ReturnType<typeof memoryDeliveries>).byNotice.values();

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

  it('leaves a number alone that had too many: a quarter of an hour, then half an hour, and three days in all', async () => {
    const text = notice(staff('sms', '13900000001'));
    const { deps, tried, state } = post([tooMany]);
    for (const minutes of [0, 1, 14, 15, 16, 44, 45, 46]) await sendNotice(text, later(minutes), deps);
    expect(tried).toHaveLength(3);
    for (let hours = 4; hours < 72; hours += 4) await sendNotice(text, later(hours * 60), deps);
    expect(state()).toBe('waiting');
    await sendNotice(text, later(72 * 60), deps);
    expect(state()).toBe('expired');
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
