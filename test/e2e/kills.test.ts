import { describe, expect, it } from 'vitest';
import { impliedNotices } from './support/expected-notices.ts';
import { underFire, type Victim } from './support/fire.ts';
import { readCaseTable } from './support/inside.ts';
import { afterAllIsDone, demoProvince, keyOf } from './support/running.ts';

/** `KILLS=full`: 200 kills over 1 000 complaints, some minutes. Otherwise some hundredths of it. */
const SIZE = process.env.KILLS === 'full' ? { complaints: 1_000, kills: 200 } : { complaints: 30, kills: 6 };

const ALL: readonly (readonly [string, readonly Victim[]])[] = [
  ['registering and relaying', ['register-complaint', 'relay-events']],
  ['queueing and delivering', ['queue-complaints', 'deliver-notice']],
];

/** In the long run each pair by itself. */
const VICTIMS: typeof ALL =
  process.env.KILLS === 'full' ? ALL : [['all of this goes on', ALL.flatMap(([, some]) => some)]];

describe.each(VICTIMS)('workers killed at random while %s', (_, victims) => {
  const stack = demoProvince('2026-09-10T02:00:00.000Z');

  it(`${SIZE.kills} times over ${SIZE.complaints} complaints lose none, open no case twice, and send each notice`, async () => {
    const began = performance.now();
    await underFire(stack(), { ...SIZE, victims });
    // Beyond three a day for one mailbox, what can wait comes with the list of half past one.
    await stack().advanceTo('2026-09-10T05:31:00.000Z');
    const { outbox, deadLetters, complaints } = await afterAllIsDone(stack());
    const table = await readCaseTable(stack());
    const implied = impliedNotices(table);
    const seconds = Math.round((performance.now() - began) / 1000);
    console.log(JSON.stringify({ ...SIZE, victims, notices: implied.length, sent: outbox.length, seconds }));

    expect(complaints).toBe(SIZE.complaints);
    expect(table.cases.size).toBe(SIZE.complaints);
    expect(table.events.length).toBe(SIZE.complaints);
    expect(deadLetters).toBe(0);
    const { listed } = table;
    expect(new Set([...outbox.map(({ noticeId }) => noticeId), ...listed])).toEqual(new Set(implied));
    expect(implied.filter((id) => table.deliveries.get(id) !== 'sent')).toEqual([]);
    // A worker that died while it sent leaves the outcome unknown: then the next address gets the notice too, but none
    // gets it twice.
    expect(new Set(outbox.map(keyOf)).size).toBe(outbox.length);
    if (!victims.includes('deliver-notice')) expect(outbox.length).toBe(implied.length - listed.length);
  }, 900_000);
});
