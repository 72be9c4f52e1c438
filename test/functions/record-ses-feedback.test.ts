import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { CITIZEN, NOW, office } from '../support/bounces.ts';
import { consoleOf } from '../support/messages.ts';
import { sesReport } from '../support/ses.ts';

let desks: Awaited<ReturnType<typeof office>>;
beforeEach(async () => {
  desks = await office();
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
    expect([desks.queued, await desks.reasonFor(CITIZEN)]).toEqual([[], undefined]);
  });

  it('in any order, and told twice, ends the same: what came back after it had arrived goes another way, once', async () => {
    const bounce = () => sesReport({ bounce: 'Permanent' }, { to: [CITIZEN], notice: desks.toCitizen });
    for (const body of [delivered(), bounce(), delayed(), delivered(), bounce()]) {
      await desks.say(body);
      await desks.world.deliver(desks.queued.splice(0));
    }
    expect(desks.resultsOf(desks.toCitizen)).toEqual(['refused 5.1.1', 'sent']);
    expect(desks.world.arrivals().filter((line) => line.includes('13911112222'))).toHaveLength(1);
  });

  it('of a notice that we know nothing of raises no alarm', async () => {
    const foreign = { ...delivered(), mail };
    expect(await consoleOf(() => desks.say(foreign))).not.toContain('BouncedNoticeLost');
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
    expect([await desks.reasonFor(address), desks.letters]).toEqual([reason, []]);
  });
});
