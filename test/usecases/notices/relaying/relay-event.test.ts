import { describe, expect, it } from 'vitest';
import { memoryIncidents } from '../../../../adapters/memory/incidents.ts';
import type { Notice } from '../../../../domain/notices/notice.ts';
import { relayEvent } from '../../../../usecases/notices/relaying/relay-event.ts';
import { caseAfter, closedBy, extendedBy, orderedBy, registeredAt, swept } from '../../../support/cases.ts';
import { beijing, contextAt } from '../../../support/rules.ts';
import { rules } from '../../../support/world.ts';

const start = registeredAt(beijing('2026-06-01 10:00'));

function relay({ state, events }: ReturnType<typeof caseAfter>, send?: () => Promise<void>) {
  const queued: Notice[] = [];
  const noticeQueue = { send: send ?? (async (notices: readonly Notice[]) => void queued.push(...notices)) };
  const commit = async () => 'conflict' as const;
  return {
    queued,
    deps: {
      cases: { load: async () => state, events: async () => events, commit },
      incidents: memoryIncidents(),
      noticeQueue,
      rules: rules(),
      registerLater: async () => {},
    },
  };
}

describe('an event', () => {
  it('becomes the notices that it causes', async () => {
    const after = caseAfter(start);
    const { queued, deps } = relay(after);
    expect(await relayEvent(after.events[0]!, deps)).toBe(1);
    expect(queued.map(({ id, subject }) => [id, subject])).toEqual([
      ['QH-0000-0000-0001#1#county#handler#email', '【交办】QH-0000-0000-0001 由本单位主办'],
    ]);
  });

  it('relayed again makes the same notices, word for word', async () => {
    const after = caseAfter(start, swept(beijing('2026-06-17 09:00')));
    const { queued, deps } = relay(after);
    for (const event of after.events) await relayEvent(event, deps);
    const once = JSON.stringify(queued.splice(0));
    for (const event of after.events) await relayEvent(event, deps);
    expect(JSON.stringify(queued)).toBe(once);
  });

  it('that is relayed long after the case went on still makes its notices', async () => {
    const accept = orderedBy('county', beijing('2026-06-02 10:00'), { type: 'accept' });
    const close = closedBy('county', beijing('2026-06-03 10:00'), { answer: '经查属实，企业已按要求完成整改。' });
    const after = caseAfter(start, accept, ...close);
    const { queued, deps } = relay(after);
    await relayEvent(after.events[1]!, deps);
    expect(queued[0]?.text).toContain('已受理');
  });

  it('tells what was promised then, not what became of it since', async () => {
    const accept = orderedBy('county', beijing('2026-06-02 10:00'), { type: 'accept' });
    const after = caseAfter(start, accept, ...extendedBy('county', beijing('2026-06-03 10:00')));
    const { queued, deps } = relay(after);
    await relayEvent(after.events[1]!, deps);
    expect(queued[0]?.text).toContain('2026年8月1日（周六）24:00前办结');
  });

  it('that sets a later letter apart has it registered as a case of its own', async () => {
    const later = { receipt: 'QH-0000-0000-0002', to: 'QH-0000-0000-0001', as: 'supplement', channel: 'web' } as const;
    const after = caseAfter(
      start,
      { command: { type: 'follow-up', ...later } as const, context: contextAt(beijing('2026-06-02 10:00')) },
      orderedBy('county', beijing('2026-06-03 10:00'), { type: 'set-apart', receipt: later.receipt }),
    );
    const registered: string[] = [];
    const registerLater = async (receipt: string) => void registered.push(receipt);
    await relayEvent(after.events[2]!, { ...relay(after).deps, registerLater });
    expect(registered).toEqual([later.receipt]);
  });

  it('that reminds of what has been done since reminds of nothing', async () => {
    const accept = orderedBy('county', beijing('2026-06-17 11:00'), { type: 'accept' });
    const after = caseAfter(start, swept(beijing('2026-06-17 09:00')), accept);
    const { queued, deps } = relay(after);
    for (const event of after.events.filter(({ type }) => type === 'chased')) await relayEvent(event, deps);
    expect(queued).toEqual([]);
  });

  it('comes back when the queue cannot take its notices, or when its case cannot be read', async () => {
    const after = caseAfter(start);
    const refusing = relay(after, () => Promise.reject(new Error('refused'))).deps;
    await expect(relayEvent(after.events[0]!, refusing)).rejects.toThrow('refused');
    const { deps } = relay(after);
    await expect(
      relayEvent(after.events[0]!, { ...deps, cases: { ...deps.cases, load: async () => undefined } }),
    ).rejects.toThrow();
  });
});
