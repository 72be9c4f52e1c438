import { describe, expect, it } from 'vitest';
import { faultsOfCampaigns } from '../../../config/schemas/campaign.ts';
import { type Campaign, campaignOf } from '../../../domain/partners/campaign.ts';
import { beijing } from '../../support/rules.ts';

const campaign = (name: string, changes: Partial<Campaign> = {}): Campaign => ({
  name,
  from: '2026-06-01',
  until: '2026-06-30',
  batchPrefix: '',
  report: { unit: 'calendar-days', count: 5, by: '12:00' },
  supplement: { unit: 'hours', count: 6 },
  basis: name,
  ...changes,
});
const central = campaign('central');
const provincial = campaign('provincial', { batchPrefix: 'S' });
const lastYears = campaign('last year’s', { from: '2025-06-01', until: '2025-06-30' });
const all = [lastYears, central, provincial];

describe('the campaign of a batch', () => {
  it.each([
    ['第三批', '2026-06-01 00:00', 'central'],
    ['3', '2026-06-30 23:59', 'central'],
    ['第 12 批', '2026-06-15 10:00', 'central'],
    ['S03', '2026-06-15 10:00', 'provincial'],
    ['第s3批', '2026-06-15 10:00', 'provincial'],
    ['S第十二批', '2026-06-15 10:00', 'provincial'],
    ['第三批', '2025-06-15 10:00', 'last year’s'],
    ['第三批', '2026-07-01 00:00', undefined],
    ['X3', '2026-06-15 10:00', undefined],
    ['S', '2026-06-15 10:00', undefined],
  ])('“%s” of %s is of %s', (batch, at, name) => {
    expect(campaignOf(batch, beijing(at), all)?.name).toBe(name);
  });
});

describe('campaigns of one province', () => {
  const files = new Map([
    ['central', central],
    ['provincial', provincial],
    ['second', campaign('second', { from: '2026-06-30', until: '2026-07-31' })],
    ['later', campaign('later', { from: '2026-07-01', until: '2026-07-31' })],
  ]);

  it('may run on the same days where their batches are numbered otherwise, and one after the other', () => {
    expect(faultsOfCampaigns(['central', 'provincial', 'later'], files)).toEqual([]);
  });

  it('may not be taken for each other, and must be there', () => {
    expect(faultsOfCampaigns(['central', 'second', 'gone'], files)).toEqual([
      ['/campaigns/1', '"second" and "central" have days and the batch prefix in common'],
      ['/campaigns/2', 'there is no config/campaigns/gone.json'],
    ]);
  });
});
