import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { attributesOf } from '../../adapters/dynamodb/cases/case-items.ts';
import { attributesOfEvent } from '../../adapters/dynamodb/cases/event-items.ts';
import { listingOf } from '../../domain/lists/listing.ts';
import { RECEIPT } from '../support/cases.ts';
import { crowd } from '../support/crowd.ts';
import { ARCHIVE, CASE, COMMAND, DOCUMENT, EVENTS, EXPORT, office, PRINT } from '../support/office.ts';
import { rules } from '../support/world.ts';

/** What a function may answer with. */
const AN_ANSWER = 6 * 1024 * 1024;
const LONG = '经'.repeat(20_000);

type Office = Awaited<ReturnType<typeof office>>;

/** Staff of an office that has such a case, every complaint of it as long in each of its fields as one may be. */
async function crowded(): Promise<Office> {
  const here = await office({
    text: LONG,
    address: LONG.slice(0, 500),
    target: LONG.slice(0, 500),
    occurredAt: LONG.slice(0, 100),
  });
  const { vault, cases } = here.world;
  const { state, events } = crowd();
  const item = (await vault.findKept(here.receipt))!;
  const followed = events.flatMap((event) => (event.type === 'followed-up' ? [event.receipt] : []));
  for (const receipt of [RECEIPT, ...state.absorbed!.map((one) => one.receipt), ...followed])
    await vault.putIfAbsent({ ...item, receipt });
  cases.put(RECEIPT, attributesOf(state));
  for (const event of events) cases.putEvent(RECEIPT, attributesOfEvent(event));
  await cases.reschedule({ state, nextTimerAt: undefined, listing: listingOf(state, rules()) });
  return here;
}

describe('a case with 1 000 follow-ups, 500 absorbed cases and every complaint at its longest', () => {
  let here: Office;
  beforeAll(async () => {
    here = await crowded();
  }, 60_000);
  const ask = async (route: string, more: object = {}) => await here.call(route, { id: RECEIPT, ...more });

  it.each([CASE, EVENTS, PRINT])('is answered by %s, within what a function may answer', async (route) => {
    const { status, bytes } = await ask(route);
    expect(status).toBe(200);
    expect(bytes.length).toBeLessThan(AN_ANSWER);
  });

  it('shows its first complaint whole, and says that there are more than it shows', async () => {
    const { json } = await ask(CASE);
    expect(json.complaint.text).toBe(LONG);
    expect([json.joint.length, json.followUps.length]).toEqual([20, 20]);
  });

  it('is packed into an archive that opens', async () => {
    const { status, headers } = await ask(ARCHIVE);
    expect(status).toBe(303);
    const { pathname } = new URL(String(headers.location));
    const files = unzipSync(await here.archives.read(decodeURIComponent(pathname.slice(1))));
    const lines = Buffer.from(files['events.jsonl']!).toString().trim().split('\n');
    expect(lines).toHaveLength(crowd().events.length);
  });

  it('has its answer drawn', async () => {
    const { status, bytes } = await ask(DOCUMENT, { path: { kind: 'answer' } });
    expect(status).toBe(200);
    expect(Object.keys(unzipSync(bytes))).toContain('word/document.xml');
    expect(bytes.length).toBeLessThan(AN_ANSWER);
  });

  it.each(['csv', 'xlsx'])('is in the list exported as %s', async (format) => {
    const { status, bytes } = await here.call(EXPORT, { query: { format } });
    expect(status).toBe(200);
    const parts = format === 'csv' ? [bytes] : Object.values(unzipSync(bytes));
    expect(parts.some((part) => Buffer.from(part).includes(RECEIPT))).toBe(true);
  });

  it('takes an act', async () => {
    const { version } = (await here.world.cases.load(RECEIPT))!;
    const { status } = await ask(COMMAND, {
      body: { type: 'note', words: '经'.repeat(5_000), expectedVersion: version },
    });
    expect(status).toBe(200);
  });
});
