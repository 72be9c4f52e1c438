import { describe, expect, it } from 'vitest';
import { wayFactsOf, waysFor } from '../../../domain/case/outside/handling-ways.ts';
import { caseAfter, closedBy, extendedBy, orderedBy, registeredAt, type Step } from '../../support/cases.ts';
import { beijing, handlingWays, type matters } from '../../support/rules.ts';

const opened = registeredAt(beijing('2026-03-02 10:00'));
const accepted = orderedBy('county', beijing('2026-03-03 10:00'), { type: 'accept' });
const aboutMatter = (matter: keyof typeof matters.matters): Step =>
  orderedBy('county', beijing('2026-03-03 09:00'), { type: 'reclassify', types: ['水'], matter, reason: '查明' });
const waysAt = (at: string, steps: readonly Step[], province = '320000') =>
  waysFor(wayFactsOf(caseAfter(...steps).state), beijing(at), province, handlingWays);
const codesAt = (at: string, ...steps: Step[]) => waysAt(at, steps).map(({ way }) => way);

describe('a case goes', () => {
  it('to the bureau of its place, and nowhere else at first', () => {
    expect(codesAt('2026-03-10 10:00', opened, accepted)).toEqual(['local']);
  });

  it('to the own business department where it is about approval or supervision', () => {
    expect(codesAt('2026-03-10 10:00', opened, aboutMatter('project-permit'))).toEqual(['local', 'business']);
  });

  it('beside that, from time to time, to the regional bureau where it is about the duty of government', () => {
    const regional = waysAt('2026-03-10 10:00', [opened, aboutMatter('environmental-administration')]).at(-1);
    expect(regional).toMatchObject({ way: 'regional', to: '华东督察局', needsVerification: true, everyDays: 30 });
  });

  it('perhaps to a basin bureau where it is about water: nobody has confirmed which one', () => {
    const basins = waysAt('2026-03-10 10:00', [opened, aboutMatter('water-body')]).filter(({ to }) => to);
    expect(basins.map(({ to }) => to)).toEqual([
      ...['长江流域生态环境监督管理局', '淮河流域生态环境监督管理局', '太湖流域东海海域生态环境监督管理局'],
    ]);
    expect(basins.every(({ needsVerification }) => needsVerification)).toBe(true);
  });

  it('to no regional bureau from a province that the table does not know', () => {
    const ways = waysAt('2026-03-10 10:00', [opened, aboutMatter('environmental-administration')], '990000');
    expect(ways.map(({ way }) => way)).toEqual(['local', 'business']);
  });
});

describe('a case that stays unsolved', () => {
  it('is listed for enforcement support after two months, for the inspection team and the public after three', () => {
    const ours = [opened, accepted];
    expect(codesAt('2026-05-01 09:59', ...ours)).toEqual(['local']);
    expect(codesAt('2026-05-01 10:00', ...ours)).toEqual(['local', 'enforcement']);
    expect(codesAt('2026-05-31 10:00', ...ours)).toEqual(['local', 'enforcement', 'inspection', 'publicity']);
  });

  it('is no clue before three months, unless it is late even after an extension', () => {
    const { state } = caseAfter(opened, accepted, ...extendedBy('county', beijing('2026-03-04 10:00')));
    const [due] = state.clocks.filter(({ name }) => name === 'handle');
    const ways = waysFor(wayFactsOf(state), due!.dueAt, '320000', {
      ...handlingWays,
      settings: { ...handlingWays.settings, unsolvedAfterDays: 1000 },
    });
    expect(ways.find(({ way }) => way === 'inspection')?.why).toBe('延期后仍超期未办结');
  });

  it('leaves the lists when it is closed', () => {
    const closed = closedBy('city', beijing('2026-05-30 10:00'), { answer: '经查属实，企业已按要求完成整改。' });
    expect(codesAt('2026-12-31 10:00', opened, accepted, ...closed)).toEqual(['local']);
  });
});

it('every province of the country has one regional bureau, and every entry that nobody confirmed says so', () => {
  const { regionalBureaus, basinBureaus } = handlingWays;
  expect(new Set(regionalBureaus.flatMap(({ provinces }) => provinces)).size).toBe(31);
  for (const { confidence, needsVerification } of [...regionalBureaus, ...basinBureaus]) {
    expect(confidence === 'K' || confidence === 'C').toBe(needsVerification);
  }
});
