import { describe, expect, it } from 'vitest';
import { ledFromAbove } from '../../../domain/accused/recusal.ts';
import type { AnonymousComplaint } from '../../../domain/complaint.ts';
import { viewOf } from '../../../functions/shared/staff/case-view.ts';
import { openAttachment } from '../../../usecases/staff/open-attachment.ts';
import { showCase, showEvents } from '../../../usecases/staff/show-case.ts';
import { beijing, organs, staffOf } from '../../support/rules.ts';
import { analyse, newWorld, rules } from '../../support/world.ts';

const NOISE = '新河路12号工地每晚浇筑混凝土到凌晨，睡不着。';
const KITCHEN = '邻区一家烧烤店油烟直排。';
const AGAINST_COUNTY = `${KITCHEN}county局不作为。`;

/** Building sites of the county; fumes are the neighbour's; what says so accuses the county. */
function judge(complaint?: AnonymousComplaint) {
  const { text = '' } = complaint ?? {};
  const own = analyse();
  const fumes = { ...own.classification, types: ['大气' as const], subtypes: [], matter: 'cooking-fumes' };
  const there = { place: { division: '990102', name: '青禾省禾阳市邻区' }, route: { ...own.route, lead: 'neighbour' } };
  const about = text.startsWith(KITCHEN) ? { ...own, ...there, classification: fumes } : own;
  if (!text.includes('county局')) return about;
  const held = ledFromAbove(about.route, ['county'], { organs, catchAllOrgan: 'desk' });
  return { ...about, route: { ...about.route, ...held }, accused: [{ organ: 'county', why: ['county局：不作为'] }] };
}

function office() {
  const world = newWorld(undefined, judge);
  const deps = { cases: world.cases, complaints: world.vault, context: rules(), waysOf: () => [] };
  /** All that somebody of that organ can read of a case. */
  const read = async (organ: string, receipt: string) => {
    const view = await showCase(receipt, staffOf(organ), beijing('2026-06-20 10:00'), deps);
    const events = await showEvents(receipt, staffOf(organ), deps);
    if (view.kind !== 'shown' || events.kind !== 'shown') throw new Error(`${receipt} is ${view.kind} to ${organ}`);
    return JSON.stringify([viewOf(view.value, []), events.value]);
  };
  const correct = (at: string, receipt: string, accused: string[]) =>
    world.order(at, 'city', receipt, { type: 'correct-accused', accused, reason: '更正' });
  return { world, deps, read, correct };
}

describe('a case that names another one', () => {
  it('as a repeat does not name it to whom the other accuses', async () => {
    const { world, read, correct } = office();
    const first = await world.complain('2026-06-01 10:00', { text: NOISE });
    const second = await world.complain('2026-06-02 10:00', { text: NOISE, sourceId: 'form-2' });
    expect(await read('county', second.receipt)).toContain(first.receipt);
    await correct('2026-06-03 10:00', first.receipt, ['county']);
    expect(await read('county', second.receipt)).not.toContain(first.receipt);
    expect(await read('city', second.receipt)).toContain(first.receipt);
  });

  it('as set apart from it does not name it, nor what was sent, to whom the other accuses', async () => {
    const { world, deps, read, correct } = office();
    const first = await world.complain('2026-06-01 10:00', { text: NOISE });
    const files = [{ name: '照片.jpg', mediaType: 'image/jpeg', key: 'photo' }];
    const more = { sourceId: 'more', text: AGAINST_COUNTY, attachments: files };
    const follows = { to: first.receipt, as: 'supplement' } as const;
    const apart = await world.complain('2026-06-02 10:00', { ...more, follows });
    expect(await world.cases.load(apart.receipt)).toMatchObject({ accused: ['county'], apartFrom: first.receipt });
    await correct('2026-06-03 10:00', first.receipt, []);
    await world.order('2026-06-03 11:00', 'city', first.receipt, { type: 'assign', lead: 'county', assisting: [] });

    const seen = await read('county', first.receipt);
    expect(seen).not.toContain(apart.receipt);
    expect(seen).not.toContain('烧烤');
    expect(await read('city', first.receipt)).toContain(apart.receipt);
    const open = (organ: string) => {
      const name = { caseId: first.receipt, receipt: apart.receipt, number: 1 };
      const addresses = { addressOf: async () => 'https://files.example/photo' };
      return openAttachment(name, staffOf(organ), beijing('2026-06-20 10:00'), { ...deps, files: addresses });
    };
    expect([(await open('county')).kind, (await open('city')).kind]).toEqual(['not-kept', 'shown']);
  });

  it('as the one that it was set apart from does not name it to whom the other accuses', async () => {
    const { world, read, correct } = office();
    const first = await world.complain('2026-06-01 10:00', { text: NOISE });
    const follows = { to: first.receipt, as: 'supplement' } as const;
    const apart = await world.complain('2026-06-02 10:00', { sourceId: 'more', text: KITCHEN, follows });
    expect(await read('neighbour', apart.receipt)).toContain(first.receipt);
    await correct('2026-06-03 10:00', first.receipt, ['neighbour']);
    expect(await read('neighbour', apart.receipt)).not.toContain(first.receipt);
  });
});
