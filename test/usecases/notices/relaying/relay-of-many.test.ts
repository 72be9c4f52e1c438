import { describe, expect, it } from 'vitest';
import { memoryCaseStore } from '../../../../adapters/memory/case-store.ts';
import { memoryIncidents } from '../../../../adapters/memory/incidents.ts';
import type { Case } from '../../../../domain/case/case.ts';
import type { Notice } from '../../../../domain/notices/notice.ts';
import { commandCase } from '../../../../usecases/cases/command-case.ts';
import { relayEvent } from '../../../../usecases/notices/relaying/relay-event.ts';
import { registration } from '../../../support/cases.ts';
import { beijing, contextAt } from '../../../support/rules.ts';
import { rules } from '../../../support/world.ts';

const CASE = 'QH-0000-0000-0001';
const at = beijing('2026-06-01 10:00');

/** A case that so many people have followed up. */
async function followedUp(people: number) {
  const cases = memoryCaseStore();
  await commandCase(
    CASE,
    { type: 'register', registration: registration(at, { receipt: CASE }) },
    contextAt(at),
    cases,
  );
  for (let n = 0; n < people; n += 1) {
    const command = { type: 'follow-up', receipt: `QH-MORE-${n}`, to: CASE, as: 'urge', channel: 'web' } as const;
    await commandCase(CASE, command, contextAt(at), cases);
  }
  const read = { events: 0 };
  const counting = {
    ...cases,
    events: async (caseId: string) => {
      const events = await cases.events(caseId);
      read.events += events.length;
      return events;
    },
  };
  const queued: Notice[] = [];
  const noticeQueue = { send: async (notices: readonly Notice[]) => void queued.push(...notices) };
  const relay = async (recent?: Map<string, Case>, from = 0) => {
    const deps = {
      cases: counting,
      incidents: memoryIncidents(),
      noticeQueue,
      rules: rules(),
      registerLater: async () => {},
      ...(recent && { recent }),
    };
    for (const event of (await cases.events(CASE)).slice(from)) await relayEvent(event, deps);
  };
  return { relay, read, queued };
}

describe('the follow-ups of a case, relayed one after the other', () => {
  it.each([10, 100, 300])('by the %i are read once each, not all before each', async (people) => {
    const { relay, read } = await followedUp(people);
    await relay(new Map());
    expect(read.events).toBeLessThanOrEqual(people + 1);
  });

  it('make the very notices that each would make by itself', async () => {
    const [together, singly] = [await followedUp(30), await followedUp(30)];
    await together.relay(new Map());
    await singly.relay();
    expect(together.queued).toEqual(singly.queued);
    expect(together.queued.length).toBeGreaterThan(0);
  });

  it('from the middle on, as after a restart, are read once', async () => {
    const { relay, read } = await followedUp(100);
    await relay(new Map(), 50);
    expect(read.events).toBeLessThanOrEqual(101);
  });

  it('again, or from an older one, still make the same', async () => {
    const { relay, queued } = await followedUp(20);
    const recent = new Map<string, Case>();
    await relay(recent);
    const once = JSON.stringify(queued.splice(0));
    await relay(recent);
    expect(JSON.stringify(queued)).toBe(once);
  });
});
