import { expect, it } from 'vitest';
import { memoryDeliveries } from '../../../../adapters/memory/deliveries.ts';
import { memoryIncidents } from '../../../../adapters/memory/incidents.ts';
import { noticesFor } from '../../../../domain/notices/notices-for.ts';
import { recipientOf } from '../../../../usecases/notices/delivery/recipient.ts';
import { resumeStuck } from '../../../../usecases/notices/sending/resume-stuck.ts';
import { sendNotice } from '../../../../usecases/notices/sending/send-notice.ts';
import { caseAfter, registeredAt } from '../../../support/cases.ts';
import { keeping } from '../../../support/kept.ts';
import { beijing, noticeHours } from '../../../support/rules.ts';
import { rules } from '../../../support/world.ts';

const { state, events } = caseAfter(registeredAt(beijing('2026-06-05 10:00')));
const [{ wait: _, ...notice }] = noticesFor(events[0]!, state, rules()) as [ReturnType<typeof noticesFor>[number]];
const at = (time: string) => beijing(`2026-06-05 ${time}`);

async function* pagesOf<Page>(pages: readonly Page[]): AsyncIterable<Page> {
  yield* pages;
}

/** A notice that came back, in the queue again since 10:00, and a mail host that does something before it takes a letter. */
async function office() {
  const deliveries = memoryDeliveries();
  const sent: string[] = [];
  const during = { sending: async () => {} };
  const send = async () => {
    await during.sending();
    sent.push(notice.id);
    return { kind: 'sent', reference: 'r' } as const;
  };
  const failed: unknown[] = [];
  const deps = {
    ...{ deliveries, ...keeping(), hours: noticeHours, rules: rules(), incidents: memoryIncidents() },
    cases: { load: async () => state, events: async () => events },
    complainantOf: async () => undefined,
    transports: { email: send, sms: send },
    ...{ hasTime: () => true, onOutcome: () => {}, onFailure: (_: string, error: unknown) => void failed.push(error) },
  };
  const claimed = await deliveries.claim(notice, { id: 'queued', now: at('10:00') });
  const bounced = { ...recipientOf(notice.addresses[0]!), result: 'refused' } as const;
  await deliveries.change(notice, claimed, { ...claimed, attempts: [bounced], version: 2 });
  return { deliveries, deps, during, sent, failed };
}

it('a notice whose message was lost is taken again after five minutes, once', async () => {
  const { deps, sent } = await office();
  await resumeStuck(at('10:04'), deps);
  expect(sent).toEqual([]);
  for (const time of ['10:05', '10:06']) await resumeStuck(at(time), deps);
  expect(sent).toEqual([notice.id]);
});

it('a notice that somebody took in hand after it was listed is left to them', async () => {
  const { deliveries, deps, during, sent, failed } = await office();
  const listed = await Array.fromAsync(deliveries.inHandSince(at('10:05')));
  during.sending = async () => {
    await resumeStuck(at('10:06'), { ...deps, deliveries: { ...deliveries, inHandSince: () => pagesOf(listed) } });
  };
  expect(await sendNotice(notice, { id: 'message-1', now: at('10:05') }, deps)).toBe('sent');
  expect([sent, failed]).toEqual([[notice.id], []]);
});

it('a page of notices that cannot be made keeps none waiting that stands behind them', async () => {
  const { deliveries, deps, sent, failed } = await office();
  const [known] = (await Array.fromAsync(deliveries.inHandSince(at('10:05')))).flat();
  const broken = { ...known!, notice: { ...known!.notice, id: 'QH-0#1#nobody' } };
  const pages = [[broken, broken], [known!]];
  await resumeStuck(at('10:05'), { ...deps, deliveries: { ...deliveries, inHandSince: () => pagesOf(pages) } });
  expect([sent, failed.length]).toEqual([[notice.id], 2]);
});
