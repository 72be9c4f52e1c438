import { describe, expect, it } from 'vitest';
import type { LogLine } from '../../local/logs.ts';
import { impliedNotices } from './support/expected-notices.ts';
import { type Fire, underFire } from './support/fire.ts';
import { readCaseTable } from './support/inside.ts';
import { afterAllIsDone, demoProvince, keyOf } from './support/running.ts';

/** `KILLS=full`: 200 kills over 1 000 complaints, some minutes. Otherwise a fifth of it, enough to hit each function several times. */
const SIZE = process.env.KILLS === 'full' ? { complaints: 1_000, kills: 200 } : { complaints: 200, kills: 40 };

describe.each([
  ['registering and relaying', ['register-complaint', 'relay-events']],
  ['queueing and delivering', ['queue-complaints', 'deliver-notice']],
])('workers killed at random while %s', (_, victims) => {
  const lines = new Map<string, number>();
  const onLog = ({ functionName }: LogLine) => void lines.set(functionName, (lines.get(functionName) ?? 0) + 1);
  const stack = demoProvince('2026-09-10T02:00:00.000Z', { onLog });

  it(`${SIZE.kills} times over ${SIZE.complaints} complaints lose none, open no case twice, and send each notice`, async () => {
    const doneBy = (victim: string) => lines.get(`huiyin-demo-${victim}`) ?? 0;
    const fire: Fire = { ...SIZE, victims, doneBy };
    const began = performance.now();
    const hits = await underFire(stack(), fire);
    const { outbox, deadLetters, complaints } = await afterAllIsDone(stack());
    const table = await readCaseTable(stack());
    const implied = impliedNotices(table);
    const took = Math.round((performance.now() - began) / 1000);
    console.log(JSON.stringify({ ...fire, hits, notices: implied.length, sent: outbox.length, deadLetters, took }));

    expect(complaints).toBe(fire.complaints);
    expect(table.cases.size).toBe(fire.complaints);
    expect(table.events.length).toBe(fire.complaints);
    expect(deadLetters).toBe(0);
    expect(new Set(outbox.map(({ noticeId }) => noticeId))).toEqual(new Set(implied));
    expect([...table.deliveries.values()].filter((state) => state !== 'sent')).toEqual([]);
    // A worker that died while it sent leaves the outcome unknown: then the next address gets the notice too, but none gets it twice.
    expect(new Set(outbox.map(keyOf)).size).toBe(outbox.length);
    if (!victims.includes('deliver-notice')) expect(outbox.length).toBe(implied.length);
  }, 900_000);
});
