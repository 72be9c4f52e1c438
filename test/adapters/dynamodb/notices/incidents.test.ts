import { beforeAll, describe, expect, it } from 'vitest';
import { dynamoIncidents } from '../../../../adapters/dynamodb/notices/incidents.ts';
import { type Report, reportOf } from '../../../../domain/notices/staff/incident.ts';
import { isGathered, tellGathered } from '../../../../usecases/notices/digests/incidents.ts';
import { createCaseTable, dynamoDbForTests } from '../../../support/dynamodb-local.ts';
import { dutyDesks, receiptOf } from '../../../support/incident.ts';
import { beijing } from '../../../support/rules.ts';

const TABLE = 'incidents';
const { service } = dynamoDbForTests();
beforeAll(() => createCaseTable(service.tables, TABLE));
const incidents = () => dynamoIncidents(service.tables, TABLE);
/** Those of a province where nothing else has happened. */
async function newProvince(name: string) {
  await createCaseTable(service.tables, name);
  return dynamoIncidents(service.tables, name);
}

const at = beijing('2026-06-01 10:00');
const END = beijing('2026-06-01 11:00');
const report = (caseId: string, changes: Partial<Report> = {}): Report => ({
  ...{ caseId, at, incident: 'emergency#county#990101', assisting: ['water'] },
  ...{ signs: ['emergency', 'accident'], where: ['Ecr5', 'town 990101001'] },
  ...changes,
});
const receipts = (from: number, count: number) => Array.from({ length: count }, (_, n) => receiptOf(from + n));

describe('a gathering', () => {
  it('has one first for each sign, of forty at the same moment, and keeps every report', async () => {
    const firsts = await Promise.all(receipts(0, 40).map((id) => incidents().file('crowd', report(id), END)));
    expect(new Set(firsts.map((one) => JSON.stringify([...one].toSorted()))).size).toBe(1);
    const kept = await incidents().read('crowd');
    expect(kept).toMatchObject({ id: 'crowd', since: at, version: 40, told: 0 });
    expect([...kept!.firsts]).toEqual(expect.arrayContaining([['accident', kept!.opener]]));
    expect(kept?.reports).toEqual(receipts(0, 40).map((id) => report(id)));
  });

  it('is the same when a report is filed again, and other signs have their own first', async () => {
    await incidents().file('again', report('QH-1'), END);
    await incidents().file('again', report('QH-2', { signs: ['emergency', 'illness'] }), END);
    const firsts = await incidents().file('again', report('QH-1'), END);
    expect([firsts.get('accident'), firsts.get('illness'), firsts.get('Ecr5')]).toEqual(['QH-1', 'QH-2', 'QH-1']);
    expect((await incidents().read('again'))?.reports).toHaveLength(2);
  });

  it('is found at the end of its hour, and no more once it is settled, unless a report came in between', async () => {
    await incidents().file('due', report('QH-1'), END);
    expect(await incidents().dueBy(beijing('2026-06-01 10:59'))).not.toContain('due');
    expect(await incidents().dueBy(END)).toContain('due');
    expect(await incidents().earliest()).toBe(END);
    const before = await incidents().read('due');
    await incidents().file('due', report('QH-2'), END);
    await incidents().settle(before!, 0);
    expect(await incidents().dueBy(END)).toContain('due');
    await incidents().settle((await incidents().read('due'))!, 1);
    expect(await incidents().dueBy(END)).not.toContain('due');
    expect(await incidents().read('due')).toMatchObject({ told: 1 });
  });

  it('that nobody opened is not there', async () => {
    expect([await incidents().since('none'), await incidents().read('none')]).toEqual([undefined, undefined]);
  });
});

describe('an incident in the table', () => {
  it('is told as it is in memory: one letter at once, and one for thirty-nine others', async () => {
    const incidents = await newProvince('explosion');
    const desks = dutyDesks({ incidents });
    const text = '临禾区鸿运化工厂爆炸了，浓烟滚滚，快来人！';
    for (const receipt of receipts(0, 40)) await desks.register('2026-07-01 10:00', receipt, text);
    await Promise.all(receipts(0, 40).map(desks.relay));
    await desks.run('2026-07-01 11:00');
    await desks.run('2026-07-01 11:01');
    const subjects = desks.told('紧急', 'duty.linhe-ecology').map(({ notice }) => notice.subject);
    expect(subjects).toEqual([
      expect.stringMatching(/疑似突发环境事件，请立即核实$/),
      expect.stringMatching(/又收到来信39件$/),
    ]);
  }, 60_000);

  it('of which one cannot be told holds up no other', async () => {
    const incidents = await newProvince('broken');
    const desks = dutyDesks({ incidents });
    await desks.register('2026-08-01 10:00', 'QH-5', '临禾区鸿运化工厂爆炸了，浓烟滚滚');
    await desks.register('2026-08-01 10:01', 'QH-6', '临禾区鸿运化工厂爆炸了，黑烟滚滚');
    for (const receipt of ['QH-5', 'QH-6']) await desks.relay(receipt);
    const [event] = await desks.cases.events('QH-5');
    expect(reportOf(event!)).toMatchObject({ signs: ['emergency', 'accident'] });
    expect(await isGathered(event!, incidents)).toBe(false);
    const unknown = report('QH-NOBODY', { at: beijing('2026-08-01 09:00') });
    await incidents.file('broken', unknown, beijing('2026-08-01 10:00'));
    await incidents.file('broken', { ...unknown, caseId: 'QH-7' }, beijing('2026-08-01 10:00'));
    const failed: string[] = [];
    const told: string[] = [];
    await tellGathered(beijing('2026-08-01 11:00'), {
      ...{ incidents, cases: desks.cases, rules: desks.rules },
      noticeQueue: { send: async (notices) => void told.push(...notices.map(({ subject }) => subject)) },
      onFailure: (id) => void failed.push(id),
    });
    expect(failed).toEqual(['broken']);
    expect(told.join()).toContain('又收到来信1件');
  });
});
