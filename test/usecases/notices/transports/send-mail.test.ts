import { describe, expect, it } from 'vitest';
import { memoryRateLimits } from '../../../../adapters/memory/rate-limits.ts';
import { memorySentLetters } from '../../../../adapters/memory/sent-letters.ts';
import { memorySuppressions } from '../../../../adapters/memory/suppressions.ts';
import { memoryThreads } from '../../../../adapters/memory/threads.ts';
import type { Notice } from '../../../../domain/notices/notice.ts';
import type { Sending, SendResult } from '../../../../usecases/notices/delivery/delivery.ts';
import { considerateMail, type SendMailDeps } from '../../../../usecases/notices/transports/send-mail.ts';
import { escalation } from '../../../support/notices.ts';
import { beijing } from '../../../support/rules.ts';

const LI = 'li@citizen.example';
const AT: Sending = { now: beijing('2026-06-01 10:00') };
let count = 0;

const acknowledgementAt = (at: string): Notice => {
  count += 1;
  return escalation({ id: `QH-${count}#1#acknowledgement`, kind: 'acknowledgement', at: beijing(at) });
};

function post(changes: Partial<SendMailDeps> = {}, result: SendResult = { kind: 'sent', reference: '<1@ses>' }) {
  const sent: string[] = [];
  const withheld: string[] = [];
  const forgotten: unknown[] = [];
  const deps: SendMailDeps = {
    send: async (_, to) => {
      sent.push(to);
      return result;
    },
    suppressions: memorySuppressions(),
    limits: memoryRateLimits(),
    threads: memoryThreads(),
    sentLetters: memorySentLetters(),
    caps: { perSenderHour: 3, perHour: 5 },
    ownAddresses: ['notice@huiyin.example', 'complaints@huiyin.example'],
    onWithheld: (reason) => withheld.push(reason),
    onForgotten: (error) => forgotten.push(error),
    ...changes,
  };
  const mail = considerateMail(deps);
  const acknowledge = (to: string, at: string, sending: Partial<Sending> = {}) =>
    mail(acknowledgementAt(at), to, { now: beijing(at), ...sending });
  return { deps, mail, acknowledge, sent, withheld, forgotten };
}

describe('an acknowledgement', () => {
  it('is sent three times an hour to one sender, however the address is written, and again in the next hour', async () => {
    const { acknowledge, sent, withheld } = post();
    for (const to of [LI, LI, 'Li@Citizen.example']) await acknowledge(to, '2026-06-01 10:00');
    expect(await acknowledge(LI, '2026-06-01 10:59')).toEqual({ kind: 'no-address', reason: 'too-many-to-sender' });
    expect(await acknowledge(LI, '2026-06-01 11:00')).toMatchObject({ kind: 'sent' });
    expect([sent.length, withheld]).toEqual([4, ['too-many-to-sender']]);
  });

  it('is sent to all together as often as the province allows', async () => {
    const { acknowledge, sent } = post();
    const all = Array.from({ length: 7 }, (_, n) => `citizen${n}@mail.example`);
    for (const to of all) await acknowledge(to, '2026-06-01 10:00');
    expect(sent).toHaveLength(5);
  });

  it('that was one too many of all waits for the next hour, in which it is counted', async () => {
    const { acknowledge, sent } = post({ caps: { perSenderHour: 3, perHour: 1 } });
    await acknowledge('first@mail.example', '2026-06-01 10:00');
    const late = { kind: 'later', reason: 'too-many' } as const;
    expect(await acknowledge(LI, '2026-06-01 10:01')).toEqual(late);
    const earlier = { transport: 'email', recipient: 'complainant', result: late.kind, reason: late.reason } as const;
    expect(await acknowledge(LI, '2026-06-01 10:16', { earlier })).toEqual(late);
    expect(await acknowledge(LI, '2026-06-01 11:00', { earlier })).toMatchObject({ kind: 'sent' });
    expect(await acknowledge('third@mail.example', '2026-06-01 11:01')).toEqual(late);
    expect(sent).toEqual(['first@mail.example', LI]);
  });

  it('that a busy service takes only on its fourth try is counted once', async () => {
    const { acknowledge, sent } = post();
    const earlier = { transport: 'email', recipient: 'complainant', result: 'busy', reason: 'SMTP 421' } as const;
    for (let n = 0; n < 4; n += 1) await acknowledge(LI, '2026-06-01 10:00', n > 0 ? { earlier } : {});
    await acknowledge(LI, '2026-06-01 10:00');
    await acknowledge(LI, '2026-06-01 10:00');
    expect(sent).toHaveLength(6);
    expect(await acknowledge(LI, '2026-06-01 10:00')).toMatchObject({ reason: 'too-many-to-sender' });
  });

  it.each([
    ...['no-reply@shop.example', 'noreply@shop.example', 'DoNotReply@shop.example', 'MAILER-DAEMON@mx.example'],
    ...['postmaster@mx.example', 'bounces+123@list.example', 'notice@huiyin.example', 'anybody@HUIYIN.example'],
  ])('is not sent to %s, where nobody reads it', async (to) => {
    const { acknowledge, mail, sent } = post();
    expect(await acknowledge(to, '2026-06-01 10:00')).toEqual({ kind: 'no-address', reason: 'not-answerable' });
    // What the law has us tell is sent all the same.
    expect(await mail(escalation(), to, AT)).toMatchObject({ kind: 'sent' });
    expect(sent).toEqual([to]);
  });

  it.each(['reply@shop.example', 'northern.lee@mail.example', 'bounceback.kid@mail.example'])(
    'is sent to %s, who may be a person',
    async (to) => {
      expect(await post().acknowledge(to, '2026-06-01 10:00')).toMatchObject({ kind: 'sent' });
    },
  );
});

describe('mail', () => {
  it('to an address that refuses it is not sent, be it what it may', async () => {
    const { deps, mail, sent } = post();
    await (deps.suppressions as ReturnType<typeof memorySuppressions>).suppress(
      LI,
      'bounce',
      beijing('2026-06-01 10:00'),
    );
    expect(await mail(escalation(), LI, AT)).toEqual({ kind: 'refused', reason: 'suppressed' });
    expect(sent).toEqual([]);
  });

  it('waits while nobody can say whether the address refuses it', async () => {
    const away = { reasonFor: () => Promise.reject(Object.assign(new Error('no'), { name: 'ThrottlingException' })) };
    const { mail, sent } = post({ suppressions: away });
    expect(await mail(escalation(), LI, AT)).toEqual({ kind: 'busy', reason: 'ThrottlingException' });
    expect(sent).toEqual([]);
  });

  it('that went out is remembered: whose it was, and to which complaint a reply belongs', async () => {
    const { deps, mail } = post();
    await mail(escalation(), LI, { ...AT, answers: { receipt: 'QH-7KX4-M9P2-Q3T8' } });
    expect(await (deps.sentLetters as ReturnType<typeof memorySentLetters>).letterOf('<1@ses>')).toEqual({
      noticeId: escalation().id,
      to: LI,
    });
    expect(await (deps.threads as ReturnType<typeof memoryThreads>).receiptOf('1@ses')).toBe('QH-7KX4-M9P2-Q3T8');
  });

  it('to staff begins no thread of a complaint', async () => {
    const { deps, mail } = post();
    await mail(escalation(), 'leader@city.example', AT);
    expect(await (deps.threads as ReturnType<typeof memoryThreads>).receiptOf('1@ses')).toBeUndefined();
  });

  it('has gone out also when it cannot be remembered, or is not remembered when it has not', async () => {
    const full = { remember: () => Promise.reject(new Error('full')) };
    const { mail, forgotten } = post({ sentLetters: full });
    expect(await mail(escalation(), LI, AT)).toMatchObject({ kind: 'sent' });
    expect(forgotten).toHaveLength(1);
    const refusing = post({ sentLetters: full }, { kind: 'refused', reason: 'SMTP 550' });
    expect(await refusing.mail(escalation(), LI, AT)).toMatchObject({ kind: 'refused' });
    expect(refusing.forgotten).toEqual([]);
  });
});
