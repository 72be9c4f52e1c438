import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { memorySuppressions } from '../../adapters/memory/suppressions.ts';
import type { Notice } from '../../domain/notices/notice.ts';
import { staffAddressesIn } from '../../domain/organs.ts';
import { createHandler } from '../../functions/record-bounces/handler.ts';
import { sha256 } from '../../functions/shared/digest.ts';
import { batchOf, consoleOf, desk } from '../support/messages.ts';
import { beijing, organs } from '../support/rules.ts';
import { inEnvelope, sesReport } from '../support/ses.ts';
import { newWorld, rules } from '../support/world.ts';

const NOW = beijing('2026-06-01 10:05');
const sentAt = Date.parse(NOW);
const OFFICER = 'handler@county.example';
const CITIZEN = 'qian@citizen.example';

/** A case whose officer and complainant have had a mail each. */
async function office() {
  const world = newWorld();
  const { receipt } = await world.complain('2026-06-01 10:00');
  await world.order('2026-06-01 10:01', 'county', receipt, { type: 'accept' });
  const suppressions = memorySuppressions();
  const queued: Notice[] = [];
  const roster = new Map(organs);
  const { letters, setAside } = desk();
  const handler = createHandler({
    cases: world.cases,
    incidents: world.incidents,
    rules: { ...rules(), organs: roster },
    kept: world.keep.kept,
    deliveries: world.deliveries,
    suppressions,
    setAside,
    noticeQueue: { send: async (notices) => void queued.push(...notices) },
    staff: () => staffAddressesIn(roster),
  });
  const toOfficer = `${receipt}#1#county#handler#email`;
  const toCitizen = `${receipt}#2#complainant`;
  const say = (...bodies: unknown[]) => handler(batchOf(bodies, { sentAt }));
  return { world, receipt, roster, suppressions, queued, letters, handler, say, toOfficer, toCitizen };
}

let desks: Awaited<ReturnType<typeof office>>;
beforeEach(async () => {
  desks = await office();
});

const reasonFor = (address: string) => desks.suppressions.reasonFor(address, NOW);
const resultsOf = (id: string) =>
  desks.world.deliveries.byNotice.get(id)?.attempts.map(({ result, reason = '' }) => `${result} ${reason}`.trim());

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
    expect(await reasonFor(OFFICER)).toBe('bounce');
    expect(desks.queued.map(({ id }) => id)).toEqual([desks.toOfficer]);
    expect(resultsOf(desks.toOfficer)).toEqual(['refused 5.1.1']);
    await desks.world.deliver(desks.queued);
    expect(desks.world.arrivals().at(-1)).toBe('2026-06-01 10:00 sms 13900000601 【交办】');
    expect(resultsOf(desks.toOfficer)).toEqual(['refused 5.1.1', 'sent']);
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
    expect(desks.world.arrivals().at(-1)).toBe('2026-06-01 10:01 sms 13911112222 【信访告');
  });

  it('of somebody whom the mail is not from changes no notice', async () => {
    await desks.say(sesReport({ bounce: 'Permanent' }, { to: ['leader@county.example'], notice: desks.toOfficer }));
    expect([desks.queued, resultsOf(desks.toOfficer)]).toEqual([[], ['sent']]);
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
    expect(resultsOf(desks.toOfficer)).toEqual(['refused 5.1.1', 'sent']);
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
    expect([await reasonFor(OFFICER), desks.queued.length]).toEqual([undefined, 1]);
  });

  it('three times within a week is left alone, not for one report told three times', async () => {
    for (const id of ['f-1', 'f-1', 'f-1', 'f-2']) await desks.say(fullAt(id));
    expect(await reasonFor(OFFICER)).toBeUndefined();
    await desks.say(fullAt('f-3'));
    expect(await reasonFor(OFFICER)).toBe('failures');
  });
});

describe('what SES says of a mail that goes its way', () => {
  const mail = { messageId: 'ses-1', headers: [{ name: 'X-Huiyin-Notice', value: '' }] };
  const about = (eventType: string, told: object) => ({
    ...{ eventType, ...told },
    mail: { ...mail, headers: [{ name: 'X-Huiyin-Notice', value: desks.toCitizen }] },
  });
  const delivered = (timestamp = '2026-06-01T02:02:03.512Z') =>
    about('Delivery', { delivery: { timestamp, recipients: [CITIZEN] } });
  const delayed = () => about('DeliveryDelay', { deliveryDelay: { delayedRecipients: [{ emailAddress: CITIZEN }] } });
  const attempt = () => desks.world.deliveries.byNotice.get(desks.toCitizen)!.attempts[0]!;

  it('is on record with the time that SES tells: that it arrived, or is late', async () => {
    await desks.say(delayed());
    expect(attempt().receipt).toEqual({ kind: 'late', at: NOW });
    await desks.say(delivered());
    expect(attempt().receipt).toEqual({ kind: 'delivered', at: '2026-06-01T02:02:03.512Z' });
    expect([desks.queued, await reasonFor(CITIZEN)]).toEqual([[], undefined]);
  });

  it('in any order, and told twice, ends the same: what came back after it had arrived goes another way, once', async () => {
    const bounce = () => sesReport({ bounce: 'Permanent' }, { to: [CITIZEN], notice: desks.toCitizen });
    for (const body of [delivered(), bounce(), delayed(), delivered(), bounce()]) {
      await desks.say(body);
      await desks.world.deliver(desks.queued.splice(0));
    }
    expect(resultsOf(desks.toCitizen)).toEqual(['refused 5.1.1', 'sent']);
    expect(desks.world.arrivals().filter((line) => line.includes('13911112222'))).toHaveLength(1);
  });

  it('of a notice that we know nothing of raises no alarm', async () => {
    const foreign = { ...delivered(), mail };
    expect(await consoleOf(() => desks.say(foreign))).not.toContain('BouncedNoticeLost');
  });
});

describe('who calls our mail spam', () => {
  it('gets no more of it, but has had this one', async () => {
    const said = await consoleOf(() =>
      desks.say(sesReport({ complaint: null }, { to: [CITIZEN], notice: desks.toCitizen })),
    );
    expect(await reasonFor(CITIZEN)).toBe('complaint');
    expect([desks.queued, resultsOf(desks.toCitizen)]).toEqual([[], ['sent']]);
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
    expect(await Promise.all(both.map(reasonFor))).toEqual(['bounce', 'bounce']);
  });

  it.each(['', 'nonsense', 'QH-9#1#complainant', '#', 'QH-1#99#county#handler#email'])(
    'of notice %j is counted, and the address left alone',
    async (notice) => {
      const said = await consoleOf(() =>
        desks.say(sesReport({ bounce: 'Permanent' }, { to: ['x@gone.example'], notice })),
      );
      expect(said).toContain('"BouncedNoticeLost":1');
      expect([await reasonFor('x@gone.example'), desks.letters]).toEqual(['bounce', []]);
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
    expect([desks.queued, desks.letters, await reasonFor(OFFICER)]).toEqual([[], [], undefined]);
  });

  it('nor to be read is set aside', async () => {
    await desks.say('{', { eventType: 'Bounce', bounce: { bounceType: 'Permanent' } });
    expect(desks.letters.map(({ reason }) => reason)).toEqual(['SyntaxError', 'ZodError /bounce/bouncedRecipients']);
  });
});

const fixtures = join(import.meta.dirname, '..', '..', '..', 'shared', 'data', 'ses');

describe.skipIf(!existsSync(fixtures))('real messages of SES (needs ../shared/data)', () => {
  const say = (file: string) => desks.say(readFileSync(join(fixtures, file), 'utf8'));

  it.each([
    ['json-amazonses-01.json', 'bounce@simulator.amazonses.com', 'bounce'],
    ['json-amazonses-02.json', 'bounce@simulator.amazonses.com', 'bounce'],
    ['json-amazonses-03.json', 'complaint@simulator.amazonses.com', 'complaint'],
    ['json-amazonses-04.json', 'success@simulator.amazonses.com', undefined],
    ['json-amazonses-05.json', 'complaint@simulator.amazonses.com', undefined],
    ['json-amazonses-06.json', 'bounce@simulator.amazonses.com', 'bounce'],
  ])('%s: %s is left alone because of %s', async (file, address, reason) => {
    expect(await say(file)).toEqual({ batchItemFailures: [] });
    expect([await reasonFor(address), desks.letters]).toEqual([reason, []]);
  });
});
