import { beforeEach, describe, expect, it } from 'vitest';
import { sha256 } from '../../functions/shared/digest.ts';
import { CITIZEN, OFFICER, office } from '../support/bounces.ts';
import { consoleOf } from '../support/messages.ts';
import { organs } from '../support/rules.ts';
import { inEnvelope, sesReport } from '../support/ses.ts';

let desks: Awaited<ReturnType<typeof office>>;
beforeEach(async () => {
  desks = await office();
});

describe('a mailbox that does not exist', () => {
  const bounce = () => sesReport({ bounce: 'Permanent' }, { to: [OFFICER], notice: desks.toOfficer });

  it.each([
    ['as SES publishes it', () => bounce()],
    ['as SNS wraps it', () => inEnvelope(bounce())],
    ['as SES tells an identity', () => ({ ...bounce(), eventType: undefined, notificationType: 'Bounce' })],
    [
      'in capital letters',
      () => sesReport({ bounce: 'Permanent' }, { to: [OFFICER.toUpperCase()], notice: desks.toOfficer }),
    ],
  ])('gets no more mail, and its notice goes to the next address: %s', async (_, body) => {
    expect(await desks.say(body())).toEqual({ batchItemFailures: [] });
    expect(await desks.reasonFor(OFFICER)).toBe('bounce');
    expect(desks.queued.map(({ id }) => id)).toEqual([desks.toOfficer]);
    expect(desks.resultsOf(desks.toOfficer)).toEqual(['refused 5.1.1']);
    await desks.world.deliver(desks.queued);
    expect(desks.world.arrivals().at(-1)).toBe('2026-06-01 10:00 sms 13900000601 【交办】');
    expect(desks.resultsOf(desks.toOfficer)).toEqual(['refused 5.1.1', 'sent']);
  });

  it('said again after the notice went elsewhere changes nothing', async () => {
    await desks.say(bounce());
    await desks.world.deliver(desks.queued);
    await desks.say(bounce());
    expect(desks.queued).toHaveLength(1);
    expect(desks.letters).toEqual([]);
  });

  it('said again before that has it go elsewhere, should the first word have been lost', async () => {
    await desks.say(bounce());
    await desks.say(bounce());
    for (const _ of desks.queued) await desks.world.deliver(desks.queued);
    expect(desks.world.arrivals().filter((line) => line.includes('13900000601'))).toHaveLength(1);
  });

  it('of a complainant has the notice go by text message', async () => {
    await desks.say(sesReport({ bounce: 'Permanent' }, { to: [CITIZEN], notice: desks.toCitizen }));
    await desks.world.deliver(desks.queued);
    expect(desks.world.arrivals().at(-1)).toBe('2026-06-01 10:01 sms 13911112222 1236');
  });

  it('of somebody whom the mail is not from changes no notice', async () => {
    await desks.say(sesReport({ bounce: 'Permanent' }, { to: ['leader@county.example'], notice: desks.toOfficer }));
    expect([desks.queued, desks.resultsOf(desks.toOfficer)]).toEqual([[], ['sent']]);
  });

  it('of an address that was corrected meanwhile reaches who is there today when it comes late, once', async () => {
    const county = organs.get('county')!;
    const correct = { role: 'handler', name: '新任', email: 'corrected@county.example' } as const;
    desks.roster.set('county', { ...county, contacts: [correct] });
    for (const _ of ['first', 'again']) {
      await desks.say(bounce());
      await desks.world.deliver(desks.queued);
    }
    expect(desks.world.arrivals().filter((line) => line.includes('corrected@county.example'))).toEqual([
      '2026-06-01 10:00 email corrected@county.example 【交办】',
    ]);
    expect(desks.resultsOf(desks.toOfficer)).toEqual(['refused 5.1.1', 'sent']);
  });

  it('comes back while the notice is still being sent', async () => {
    const delivery = desks.world.deliveries.byNotice.get(desks.toOfficer)!;
    desks.world.deliveries.byNotice.set(desks.toOfficer, { ...delivery, state: 'sending', attempts: [] });
    expect(await desks.say(bounce())).toEqual({ batchItemFailures: [{ itemIdentifier: 'm0' }] });
  });

  it('is told without a word of whose it is, and counted', async () => {
    const said = await consoleOf(() => desks.say(bounce()));
    expect(said).toContain('"MailBounced":1');
    expect(said).toContain('"StaffAddressSuppressed":1');
    expect(said).not.toContain(OFFICER);
    const citizen = sesReport({ bounce: 'Permanent' }, { to: [CITIZEN], notice: desks.toCitizen });
    expect(await consoleOf(() => desks.say(citizen))).not.toMatch(/StaffAddressSuppressed|citizen/);
  });
});

describe('a mailbox that takes nothing for now', () => {
  const fullAt = (feedbackId: string, notice = desks.toOfficer) =>
    sesReport({ bounce: 'Transient' }, { to: [OFFICER], notice, feedbackId });

  it('has the notice go elsewhere, and is written to again', async () => {
    await desks.say(fullAt('f-1'));
    expect([await desks.reasonFor(OFFICER), desks.queued.length]).toEqual([undefined, 1]);
  });

  it('three times within a week is left alone, not for one report told three times', async () => {
    for (const id of ['f-1', 'f-1', 'f-1', 'f-2']) await desks.say(fullAt(id));
    expect(await desks.reasonFor(OFFICER)).toBeUndefined();
    await desks.say(fullAt('f-3'));
    expect(await desks.reasonFor(OFFICER)).toBe('failures');
  });
});

describe('who calls our mail spam', () => {
  it('gets no more of it, but has had this one', async () => {
    const said = await consoleOf(() =>
      desks.say(sesReport({ complaint: null }, { to: [CITIZEN], notice: desks.toCitizen })),
    );
    expect(await desks.reasonFor(CITIZEN)).toBe('complaint');
    expect([desks.queued, desks.resultsOf(desks.toCitizen)]).toEqual([[], ['sent']]);
    expect(said).toContain('"MailComplaint":1');
  });

  it('and did so before, so that SES sent nothing, has the notice go another way', async () => {
    const barred = sesReport({ complaint: 'OnAccountSuppressionList' }, { to: [CITIZEN], notice: desks.toCitizen });
    await desks.say(barred);
    expect(desks.queued.map(({ id }) => id)).toEqual([desks.toCitizen]);
  });
});

describe('a report that came by mail', () => {
  const returned = (isSuppressed = true) => ({
    noticeId: desks.toOfficer,
    returnedFrom: sha256(OFFICER),
    isSuppressed,
  });

  it('names no address, and has the notice go elsewhere all the same', async () => {
    const said = await consoleOf(() => desks.say(returned()));
    expect(desks.queued.map(({ id }) => id)).toEqual([desks.toOfficer]);
    expect(said).toContain('"StaffAddressSuppressed":1');
  });

  it('on another address than the notice went to changes nothing', async () => {
    await desks.say({ ...returned(), returnedFrom: sha256('leader@county.example') });
    expect(desks.queued).toEqual([]);
  });
});

describe('a report on several recipients, or on none of our notices', () => {
  it('is heeded for each', async () => {
    const both = ['a@gone.example', 'b@gone.example'];
    await desks.say(sesReport({ bounce: 'Permanent' }, { to: both }));
    expect(await Promise.all(both.map(desks.reasonFor))).toEqual(['bounce', 'bounce']);
  });

  it.each(['', 'nonsense', 'QH-9#1#complainant', '#', 'QH-1#99#county#handler#email'])(
    'of notice %j is counted, and the address left alone',
    async (notice) => {
      const said = await consoleOf(() =>
        desks.say(sesReport({ bounce: 'Permanent' }, { to: ['x@gone.example'], notice })),
      );
      expect(said).toContain('"BouncedNoticeLost":1');
      expect([await desks.reasonFor('x@gone.example'), desks.letters]).toEqual(['bounce', []]);
    },
  );
});

describe('what is no bounce and no complaint', () => {
  it.each([
    ['the greeting of a new topic', 'Successfully validated SNS topic for Amazon SES event publishing.'],
    ['that greeting in an envelope', { Type: 'Notification', Message: 'Successfully validated SNS topic for SES.' }],
    ['the test of an identity', { notificationType: 'AmazonSnsSubscriptionSucceeded', message: 'hello' }],
  ])('changes nothing: %s', async (_, body) => {
    expect(await desks.say(body)).toEqual({ batchItemFailures: [] });
    expect([desks.queued, desks.letters, await desks.reasonFor(OFFICER)]).toEqual([[], [], undefined]);
  });

  it('nor to be read is set aside', async () => {
    await desks.say('{', { eventType: 'Bounce', bounce: { bounceType: 'Permanent' } });
    expect(desks.letters.map(({ reason }) => reason)).toEqual(['SyntaxError', 'ZodError /bounce/bouncedRecipients']);
  });
});
