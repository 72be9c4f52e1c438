import { describe, expect, it } from 'vitest';
import { memoryCaseStore } from '../../../adapters/memory/case-store.ts';
import { memoryVault } from '../../../adapters/memory/vault.ts';
import type { Attachment } from '../../../domain/complaint.ts';
import { registerComplaint } from '../../../usecases/registration/register-complaint.ts';
import { beijing, inBeijing } from '../../support/rules.ts';
import { analyse, complaintOf, repeats, rules } from '../../support/world.ts';

const RECEIPT = 'QH-0000-0000-0001';
const receivedAt = beijing('2026-09-20 23:50');
const later = beijing('2026-09-22 08:00');

async function world() {
  const vault = memoryVault();
  await vault.putIfAbsent({
    ...complaintOf({ inspection: { batch: '3', item: 'D3QH001' } }),
    receipt: RECEIPT,
    receivedAt,
    queryCode: 'ABCD1234',
    answerBy: receivedAt,
    fingerprint: 'f',
  });
  return {
    complaints: vault,
    analyse,
    cases: memoryCaseStore(),
    context: rules(),
    repeats: repeats(),
    fetchLater: async () => {},
  };
}

describe('a complaint that is registered', () => {
  it('becomes a case whose clocks run from the day it came, not from the day it was registered', async () => {
    const deps = await world();
    expect(await registerComplaint(RECEIPT, later, deps)).toBe('registered');

    const state = await deps.cases.load(RECEIPT);
    expect(state).toMatchObject({ id: RECEIPT, status: 'registered', lead: 'county', receivedAt });
    expect(state?.clocks.map(({ name, dueAt }) => `${name} ${inBeijing(dueAt)}`)).toEqual([
      'tell 2026-10-06 00:00',
      'objection 2026-09-29 00:00',
      'inspection-report 2026-09-25 12:00',
    ]);
  });

  it('is read with what stands below it when it does not say itself what it is about, and only then', async () => {
    const read: string[] = [];
    const below = { quoted: '-- \n东门外的印刷厂夜里排气' };
    const registered = async (matter: string) => {
      const deps = await world();
      const complaint = (await deps.complaints.readComplaint(RECEIPT))!;
      const reading = (one: typeof complaint) => {
        read.push(one.text);
        const analysis = analyse();
        return { ...analysis, classification: { ...analysis.classification, matter } };
      };
      const complaints = { readComplaint: async () => ({ ...complaint, ...below, text: '见下。' }) };
      await registerComplaint(RECEIPT, later, { ...deps, complaints, analyse: reading });
    };
    await registered('noise');
    expect(read).toEqual(['见下。']);
    await registered('unknown');
    expect(read.slice(1)).toEqual(['见下。', `见下。\n\n${below.quoted}`]);
  });

  it('leaves no word of the complainant in the case', async () => {
    const deps = await world();
    await registerComplaint(RECEIPT, later, deps);
    const stored = JSON.stringify([deps.cases.all(), await deps.cases.events(RECEIPT)]);
    for (const personal of ['浇筑', '睡不着', '钱测试', '13911112222', 'qian@']) expect(stored).not.toContain(personal);
  });

  it('has its media fetched before all else, and never those that lie in the bucket already', async () => {
    const deps = await world();
    const asked: string[] = [];
    const fetchLater = async (receipt: string) => void asked.push(receipt);
    const read = await deps.complaints.readComplaint(RECEIPT);
    const withMedia = (attachments: readonly Attachment[]) => ({
      ...deps,
      fetchLater,
      complaints: { readComplaint: async () => ({ ...read!, attachments }) },
    });
    const picture = { name: '微信图片', mediaType: 'image/jpeg', mediaId: 'media-1' };
    const died = { ...withMedia([picture]), analyse: () => JSON.parse('killed') };
    await expect(registerComplaint(RECEIPT, later, died)).rejects.toThrow();
    expect(asked).toEqual([RECEIPT]);
    await registerComplaint(RECEIPT, later, withMedia([{ ...picture, key: 'attachments/1' }]));
    await registerComplaint(RECEIPT, later, withMedia([{ ...picture, lost: 'expired' }]));
    await registerComplaint(RECEIPT, later, withMedia([{ name: '照片', mediaType: 'image/png', key: 'uploads/1' }]));
    expect(asked).toEqual([RECEIPT]);
  });

  it('twice is one case', async () => {
    const deps = await world();
    await registerComplaint(RECEIPT, later, deps);
    expect(await registerComplaint(RECEIPT, later, deps)).toBe('already');
    expect(await deps.cases.events(RECEIPT)).toHaveLength(1);
  });

  it('twenty times at once is one case', async () => {
    const deps = await world();
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => registerComplaint(RECEIPT, later, deps)));
    expect(outcomes.filter((outcome) => outcome === 'registered')).toHaveLength(1);
    expect(await deps.cases.events(RECEIPT)).toHaveLength(1);
  });

  it('is filed for later ones even if the function died before it came to that', async () => {
    const deps = await world();
    const dies = { ...deps.repeats, file: () => Promise.reject(new Error('killed')) };
    await expect(registerComplaint(RECEIPT, later, { ...deps, repeats: dies })).rejects.toThrow('killed');
    expect(await registerComplaint(RECEIPT, later, deps)).toBe('already');
    const filed = [...deps.repeats.buckets.values()].flatMap((bucket) => [...bucket.values()]);
    expect(new Set(filed.map(({ caseId }) => caseId))).toEqual(new Set([RECEIPT]));
    expect(await deps.cases.events(RECEIPT)).toHaveLength(1);
  });

  it('but never came is unknown', async () => {
    const deps = await world();
    expect(await registerComplaint('QH-0000-0000-0002', later, deps)).toBe('unknown');
    expect(deps.cases.all()).toEqual([]);
  });
});
