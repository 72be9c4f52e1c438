import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { readAnalysisRules } from '../../../../adapters/config/read-analysis-rules.ts';
import { dynamoCaseStore } from '../../../../adapters/dynamodb/cases/case-store.ts';
import { dynamoDueIndex, shardOf } from '../../../../adapters/dynamodb/cases/due-index.ts';
import { dynamoRepeats } from '../../../../adapters/dynamodb/cases/repeats.ts';
import { dynamoVault } from '../../../../adapters/dynamodb/vault/vault.ts';
import { analyse } from '../../../../domain/analysis.ts';
import { addHours } from '../../../../domain/calendar/day.ts';
import { AS_WRITTEN } from '../../../../domain/ids-of-today.ts';
import { commandCase } from '../../../../usecases/cases/command-case.ts';
import { fireTimers } from '../../../../usecases/cases/fire-timers.ts';
import { registerComplaint } from '../../../../usecases/registration/register-complaint.ts';
import { registration } from '../../../support/cases.ts';
import { demoConfig } from '../../../support/demo-config.ts';
import { createCaseTable, createVaultTable, dynamoDbForTests } from '../../../support/dynamodb-local.ts';
import { beijing, contextAt } from '../../../support/rules.ts';
import { complaintOf, repeats, rules } from '../../../support/world.ts';

const { service, calls } = dynamoDbForTests();
const casesIn = (table: string) => dynamoCaseStore(service.tables, table, AS_WRITTEN);

async function register(table: string, receipt: string, at: string, lead = 'county'): Promise<void> {
  const route = { lead, assisting: [], rule: 'national', trace: [] };
  const command = { type: 'register', registration: { ...registration(beijing(at), { receipt }), route } } as const;
  await commandCase(receipt, command, contextAt(beijing(at)), casesIn(table));
}

/** `work` for each number, a hundred at a time. */
async function forMany(count: number, work: (index: number) => Promise<void>): Promise<void> {
  for (let first = 0; first < count; first += 100) {
    await Promise.all(Array.from({ length: Math.min(100, count - first) }, (_, index) => work(first + index)));
  }
}

describe('a sweep among 5 000 open cases', () => {
  const DUE = 7;
  const now = beijing('2026-06-05 08:15');
  const due = () => dynamoDueIndex(service.tables, 'many');

  /** What the index sees of a case with a step in the next month; enough for those that nobody opens here. */
  const waiting = (index: number) => {
    const caseId = `QH-0000-0000-${20_000 + index}`;
    const dueAt = addHours(now, 1 + (index % 720));
    return { PutRequest: { Item: { pk: `CASE#${caseId}`, sk: 'CASE', duePk: shardOf(caseId), dueAt } } };
  };

  beforeAll(async () => {
    await createCaseTable(service.tables, 'many');
    await forMany(DUE, (index) => register('many', `QH-0000-0000-${10_000 + index}`, '2026-06-01 10:00'));
    await forMany(200, async (batch) => {
      const many = Array.from({ length: 25 }, (_, index) => waiting(batch * 25 + index));
      await service.tables.send(new BatchWriteCommand({ RequestItems: { many } }));
    });
  });

  it('reads the cases that are due and nothing else', async () => {
    calls.forget();
    expect(await due().dueBy(now, 500)).toHaveLength(DUE);
    expect(calls.scanned.reduce((sum, count) => sum + count, 0)).toBe(DUE);
    expect(calls.units.reduce((sum, { total }) => sum + total, 0)).toBeLessThanOrEqual(4 * 0.5);
  });

  it('takes the earliest first, however many there are', async () => {
    const early = await due().dueBy(beijing('2026-06-30 09:00'), 20);
    expect(early).toHaveLength(20);
    expect(early.slice(0, DUE).every((caseId) => Number(caseId.slice(-5)) < 10_000 + DUE)).toBe(true);
  });

  it('names the moment of the next step, at the price of four reads', async () => {
    calls.forget();
    expect(await due().earliest()).toBe(now);
    expect(calls.scanned.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(4);
  });

  it('leaves nothing due behind it', async () => {
    const deps = { cases: casesIn('many'), due: due(), context: rules(), onFailure: () => {} };
    expect(await fireTimers(now, deps)).toMatchObject({ fired: DUE, failed: 0 });
    expect(await due().dueBy(now, 500)).toEqual([]);
  });
});

describe('a sweep that meets cases which cannot be fired', () => {
  const now = beijing('2026-06-05 08:15');
  const due = () => dynamoDueIndex(service.tables, 'broken');
  const GOOD = 'QH-0000-0000-9999';

  beforeAll(async () => {
    await createCaseTable(service.tables, 'broken');
    const items = Array.from({ length: 525 }, (_, n) => {
      const caseId = `QH-0000-0000-${30_000 + n}`;
      const Item = { pk: `CASE#${caseId}`, sk: 'CASE', duePk: shardOf(caseId), dueAt: addHours(now, -24) };
      return { PutRequest: { Item } };
    });
    await forMany(21, async (batch) => {
      const broken = items.slice(batch * 25, (batch + 1) * 25);
      await service.tables.send(new BatchWriteCommand({ RequestItems: { broken } }));
    });
    await register('broken', GOOD, '2026-06-01 10:00');
  });

  it('comes to the good one behind 500 of them with its next run', async () => {
    const failed: string[] = [];
    const onFailure = (caseId: string) => failed.push(caseId);
    const deps = { cases: casesIn('broken'), due: due(), context: rules(), onFailure };
    expect(await fireTimers(now, deps)).toMatchObject({ fired: 0, failed: 500 });
    expect(await fireTimers(addHours(now, 1 / 60), deps)).toMatchObject({ fired: 1, failed: 25 });
    expect(new Set(failed).size).toBe(525);
    expect(await due().earliest()).toBe(addHours(now, 1 / 4));
  }, 60_000);

  it('puts off no case that somebody has changed meanwhile to later, or ended', async () => {
    const dueAt = async () => (await due().dueBy(beijing('2027-01-01 00:00'), 600)).indexOf(GOOD);
    const before = await dueAt();
    await due().putOff(GOOD, beijing('2026-06-05 09:31'));
    expect(await dueAt()).toBe(before);
    await due().putOff('QH-0000-0000-NONE', beijing('2026-06-05 09:31'));
    expect(await due().dueBy(beijing('2027-01-01 00:00'), 600)).not.toContain('QH-0000-0000-NONE');
  });
});

describe('the vault', () => {
  const vault = () => dynamoVault(service.tables, 'kept');
  const receivedAt = beijing('2026-06-01 10:00');
  const item = (queryCode: string) => ({
    ...complaintOf({ location: { latitude: 31.2, longitude: 121.4 }, occurredAt: '昨晚' }),
    receipt: 'QH-1',
    receivedAt,
    queryCode,
    answerBy: receivedAt,
    fingerprint: 'f',
  });

  beforeAll(() => createVaultTable(service.tables, 'kept'));

  it('keeps the first of fifty that come under one receipt, and gives it to all', async () => {
    const codes = Array.from({ length: 50 }, (_, index) => `CODE${index}`);
    const stored = await Promise.all(codes.map((code) => vault().putIfAbsent(item(code))));
    expect(new Set(stored.map(({ queryCode }) => queryCode)).size).toBe(1);
    expect(stored[0]).toEqual(item(stored[0]!.queryCode));
  });

  it('gives each reader its slice and nothing beyond', async () => {
    const { contact, original, sourceId, fingerprint, queryCode, answerBy, ...words } = item('');
    expect(await vault().readComplaint('QH-1')).toEqual(words);
    expect(await vault().readContact('QH-1')).toEqual({
      receipt: 'QH-1',
      channel: 'web',
      contact,
      queryCode: expect.stringMatching(/^CODE/),
    });
    expect(await vault().readQuery('QH-1')).toMatchObject({ receipt: 'QH-1', receivedAt, answerBy });
    expect(await vault().readComplaint('QH-NONE')).toBeUndefined();
  });
});

describe('registering one complaint', () => {
  const words =
    '禾阳市临禾区新河路的餐馆每天晚上十点以后油烟直排，楼上住户无法开窗，旁边工地夜间浇筑混凝土到凌晨两点，' +
    '噪声很大，老人孩子睡不着，多次反映没有解决，请尽快到现场查处并答复。';

  it.each([
    ['without repeats costs at most 12 write units and 2 read units', 0, { write: 12, read: 2 }],
    ['whose place thirty others named costs at most 20 write units and 12 read units', 30, { write: 20, read: 12 }],
  ])('%s', async (_, others, budget) => {
    const [cost, kept] = [`cost-${others}`, `vault-${others}`];
    await Promise.all([createCaseTable(service.tables, cost), createVaultTable(service.tables, kept)]);
    const vault = dynamoVault(service.tables, kept);
    const receivedAt = beijing('2026-06-01 10:00');
    const analysis = readAnalysisRules(demoConfig())('2026-11-20');
    const filed = others === 0 ? {} : dynamoRepeats(service.tables, cost);
    const registerOne = async (receipt: string) => {
      const secrets = { queryCode: 'ABCD1234', answerBy: addHours(receivedAt, 360), fingerprint: 'f'.repeat(64) };
      await vault.putIfAbsent({ ...complaintOf({ text: words.repeat(2) }), ...secrets, receipt, receivedAt });
      calls.forget();
      await registerComplaint(receipt, receivedAt, {
        complaints: vault,
        fetchLater: async () => {},
        analyse: (complaint) => analyse(complaint, analysis),
        cases: casesIn(cost),
        context: rules(),
        repeats: { ...repeats(), ...filed },
      });
    };
    for (let n = 0; n < others; n += 1) await registerOne(`QH-7KX4-M9P2-Q3${10 + n}`);
    await registerOne('QH-7KX4-M9P2-Q3T8');

    const unitsOf = (pattern: RegExp) =>
      calls.units.filter(({ command }) => pattern.test(command)).reduce((sum, { total }) => sum + total, 0);
    const [written, read] = [unitsOf(/Write|Put/), unitsOf(/Get|Query/)];
    console.info(`registering one complaint: ${written} write units, ${read} read units`);
    expect(written).toBeGreaterThan(0);
    expect(written).toBeLessThanOrEqual(budget.write);
    expect(read).toBeLessThanOrEqual(budget.read);
  });
});
