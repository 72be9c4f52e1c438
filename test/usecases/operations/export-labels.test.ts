import { describe, expect, it } from 'vitest';
import type { StaffCommand } from '../../../domain/case/acts.ts';
import { type ExportLabelsDeps, exportLabels } from '../../../usecases/operations/export-labels.ts';
import { matters, organs } from '../../support/rules.ts';
import { newWorld } from '../../support/world.ts';

const fumes: StaffCommand = { type: 'reclassify', types: ['大气'], matter: 'cooking-fumes', reason: '餐馆' };
const give = (lead: string): StaffCommand => ({ type: 'assign', lead, assisting: [], reason: '不在本县' });

async function exported(...orders: [organ: string, command: StaffCommand][]) {
  const world = newWorld();
  const { receipt } = await world.complain('2026-06-01 10:00', { target: '某餐馆' });
  for (const [organ, command] of orders) await world.order('2026-06-02 10:00', organ, receipt, command);
  const deps: ExportLabelsDeps = {
    cases: world.cases,
    complaints: world.vault,
    organs,
    matters,
    catchAllOrgan: 'desk',
    everyCase: async function* () {
      yield* world.cases.all().map(({ id }) => id);
    },
  };
  const labelled = await Array.fromAsync(exportLabels(deps));
  return labelled.map(({ id, ...rest }) => ({ mine: id === receipt, ...rest }));
}

const text = '某餐馆。工地每晚浇筑混凝土到凌晨，睡不着。';

describe('what the rules can learn from', () => {
  it('is what people corrected, once, with the text as the rules read it', async () => {
    expect(await exported(['county', fumes])).toEqual([{ mine: true, text, labels: ['大气'], labels_norm: ['大气'] }]);
  });

  it('is where people sent it against the suggestion', async () => {
    expect(await exported(['city', give('neighbour')])).toEqual([{ mine: true, text, department: '生态环境' }]);
  });

  it('is what the duty desk said of an emergency', async () => {
    const raised: StaffCommand = { ...fumes, urgency: 'emergency' };
    const unfounded: StaffCommand = { type: 'report-incident', kind: 'unfounded', words: '演练' };
    expect(await exported(['county', raised], ['county', unfounded])).toMatchObject([{ emergency: false }]);
  });

  it('is what they said last', async () => {
    const noise: StaffCommand = { ...fumes, types: ['噪声'], reason: '又查明' };
    expect(await exported(['county', fumes], ['county', noise])).toMatchObject([{ labels: ['噪声'] }]);
    expect(await exported(['city', give('neighbour')], ['city', give('county')])).toEqual([]);
  });

  it('is nothing where nobody objected to the rules', async () => {
    expect(await exported(['county', { type: 'accept' }])).toEqual([]);
  });

  it('is nothing of what accuses an organ, for the list may come to it', async () => {
    const accused: StaffCommand = { type: 'correct-accused', accused: ['county'], reason: '反映不作为' };
    expect(await exported(['city', fumes], ['city', accused])).toEqual([]);
  });

  it('names nobody', async () => {
    expect(JSON.stringify(await exported(['county', fumes]))).not.toMatch(/钱测试|13911112222|citizen\.example/);
  });
});
