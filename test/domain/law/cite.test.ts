import { describe, expect, it } from 'vitest';
import { addDays } from '../../../domain/calendar/day.ts';
import { cite, lawOn, spanOn } from '../../../domain/law/cite.ts';
import { lintStatutes } from '../../../domain/law/lint-statutes.ts';
import { PROVISIONS, type ProvisionName, type Statutes } from '../../../domain/law/statutes.ts';
import { mattersOn } from '../../../domain/matter.ts';
import { lintMatters } from '../../../domain/routing/lint-matters.ts';
import { datedMatters, statutes } from '../../support/rules.ts';

const TODAY = '2026-11-26';
const days = (from: string, to: string): string[] => {
  const all: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) all.push(day);
  return all;
};

describe('the law of the day', () => {
  it.each<[ProvisionName, string, string]>([
    ['confidentiality', '《环境保护法》第五十七条第三款', '《生态环境法典》第一百四十六条第一款'],
    ['cross-border', '《环境保护法》第二十条第二款', '《生态环境法典》第二十一条第二款'],
    [
      'transfer',
      '《噪声污染防治法》第三十一条第三款',
      '《生态环境法典》第一千零八十三条第一款、《信访工作条例》第二十三条第一款',
    ],
    [
      'matter:odour',
      '《大气污染防治法》第一百一十七条',
      '《生态环境法典》第二百四十九条第二款、第一千一百三十条第八项',
    ],
  ])('for %s is another on the 14th and the 15th of August 2026', (provision, before, after) => {
    expect(cite(provision, '2026-08-14', statutes)).toBe(before);
    expect(cite(provision, '2026-08-15', statutes)).toBe(after);
  });

  it('for a refusal is the same on both days, its unsettled article left out', () => {
    const refusal = '《环保举报热线工作管理办法》、《信访工作条例》第二十三条第一款';
    for (const day of ['2026-08-14', '2026-08-15']) expect(cite('decline-not-competent', day, statutes)).toBe(refusal);
  });

  it('prints the articles again once somebody has looked them up', () => {
    const { articlesUnsettled, ...hotline } = statutes.instruments.hotline!;
    const settled = { ...statutes, instruments: { ...statutes.instruments, hotline } };
    expect(cite('tell', TODAY, settled)).toBe(
      '《信访工作条例》第二十三条第二款、第三款、《环保举报热线工作管理办法》第七条第二款',
    );
  });

  it('is as sure as the least sure text that it rests on', () => {
    const law = lawOn(TODAY, statutes);
    expect([law.confidenceOf('confidentiality'), law.confidenceOf('matter:river-damage')]).toEqual(['A', 'B']);
  });

  it('is nothing, and says so, before there was one', () => {
    expect(() => cite('tell', '2022-04-30', statutes)).toThrow(
      'nothing of the provision "tell" is in force on 2022-04-30',
    );
  });
});

describe('on every day from 2026 to 2030', () => {
  const years = days('2026-01-01', '2030-12-31');

  it('every provision cites only laws that are in force', () => {
    const wrong = Object.keys(statutes.provisions).flatMap((provision) =>
      years.filter((day) => {
        const cited = spanOn(provision, day, statutes)?.cites ?? [];
        return cited.some(([id]) => {
          const { from, to = '9999' } = statutes.instruments[id]!;
          return day < from || day > to;
        });
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('each text that people read has its law, and each matter its department and basis', () => {
    for (const day of years) for (const provision of PROVISIONS) expect(cite(provision, day, statutes)).toMatch(/^《/);
    for (const day of years.filter((_, index) => index % 7 === 0)) {
      const { matters } = mattersOn(lawOn(day, statutes), datedMatters);
      expect(Object.keys(matters)).toEqual(Object.keys(datedMatters.matters));
    }
  });

  it('a matter may have another lead than the day before: mines, sand', () => {
    const leadOn = (day: string, matter: string) => mattersOn(lawOn(day, statutes), datedMatters).matters[matter]?.lead;
    expect(['2026-08-14', '2026-08-15'].map((day) => leadOn(day, 'mining-damage'))).toEqual([
      'ecology',
      'natural-resources',
    ]);
    expect(['2026-08-14', '2026-08-15'].map((day) => leadOn(day, 'river-damage'))).toEqual(['ecology', 'water']);
  });
});

describe('whoever records a change of law', () => {
  const errors = (changed: Statutes, today = TODAY) =>
    lintStatutes(changed, today).flatMap(({ severity, pointer, message }) =>
      severity === 'error' ? [`${pointer} ${message}`] : [],
    );
  const warnings = (changed: Statutes, today = TODAY) =>
    lintStatutes(changed, today).flatMap(({ severity, message }) => (severity === 'warning' ? [message] : []));
  const withInstrument = (id: string, change: object): Statutes => ({
    ...statutes,
    instruments: { ...statutes.instruments, [id]: { ...statutes.instruments[id]!, ...change } },
  });
  const withProvision = (id: string, spans: Statutes['provisions'][string]['in']): Statutes => ({
    ...statutes,
    provisions: { ...statutes.provisions, [id]: { in: spans } },
  });

  it('is told nothing where all is well', () => {
    expect(errors(statutes)).toEqual([]);
  });

  it('ends a law by one entry, and is told everything that hangs on it', () => {
    expect(errors(withInstrument('hotline', { to: '2027-03-31' }))).toEqual([
      '/instruments/hotline 《环保举报热线工作管理办法》 ends on 2027-03-31: say what comes after in ' +
        'tell, handle, handle-report, internal-forward, decline-not-competent, decline-legal-proceedings, decline-already-accepted, decline-review-instead, ' +
        'report-to-assigner, assigned-limit, after-closing, supervision',
    ]);
  });

  it('cannot leave a provision without a law by ending its span alone', () => {
    const ended = withProvision('review', [{ until: '2027-03-31', cites: [['petition', '35']] }]);
    expect(errors(ended)).toEqual(['/provisions/review nothing is in force on 2027-04-01']);
    const past = withProvision('review', [{ until: '2026-03-31', cites: [['petition', '35']] }]);
    expect(errors(past)).toEqual([`/provisions/review nothing is in force on ${TODAY}`]);
  });

  it('is told of a gap between two spans, and of two that hold on one day', () => {
    const spans = (from: string) =>
      withProvision('review', [
        { until: '2027-03-31', cites: [['petition', '35']] },
        { from, cites: [['code', '146']] },
      ]);
    expect(errors(spans('2027-04-01'))).toEqual([]);
    expect(errors(spans('2027-04-03'))).toEqual(['/provisions/review nothing is in force on 2027-04-01']);
    expect(errors(spans('2027-03-31'))).toEqual(['/provisions/review two spans hold on 2027-03-31']);
  });

  it('is told of a law that is cited before it begins, and of one that there is not', () => {
    expect(errors(withProvision('review', [{ from: '2026-08-01', cites: [['code', '146']] }]))).toEqual([
      '/instruments/code 《生态环境法典》 begins on 2026-08-15: it is cited too early in review',
    ]);
    expect(errors(withProvision('review', [{ cites: [['magna-carta', '39']] }]))).toEqual([
      '/provisions/review cites the unknown instrument "magna-carta"',
    ]);
    expect(errors(withInstrument('epl', { repealedBy: 'magna-carta' }))).toEqual([
      '/instruments/epl is repealed by the unknown instrument "magna-carta"',
    ]);
  });

  it('is warned of a text that nobody has read for a year, unless it has ended', () => {
    const stale = warnings(statutes, '2027-11-27');
    expect(stale).toContain('《信访工作条例》 was read on 2026-11-26: see whether it still says so');
    expect(stale.join()).not.toContain('噪声污染防治法');
    expect(warnings(statutes).join()).not.toContain('was read on');
  });

  it('is warned where citizens read what we have not read ourselves', () => {
    expect(warnings(statutes)).toEqual([
      expect.stringMatching(/^《环保举报热线工作管理办法》 is of confidence B, and citizens read it in tell, handle, /),
      'no article of 《环保举报热线工作管理办法》 is printed until its numbering is settled',
    ]);
  });

  it('is told of a matter that would be nobody’s, or rest on no law', () => {
    const light = { name: '光污染', in: [{ from: '2026-12-01', assisting: [], basis: 'matter:light' as const }] };
    const faults = (matter: (typeof datedMatters.matters)[string]) =>
      lintMatters({ ...datedMatters, matters: { light: matter } }, statutes, TODAY).map(({ message }) => message);
    expect(faults(light)).toEqual([`nothing is in force on ${TODAY}`]);
    expect(faults({ name: '光污染', in: [{ assisting: [], basis: 'matter:moonshine' }] })).toEqual([
      '"matter:moonshine" is not in config/statutes.json',
    ]);
    const ended = withProvision('matter:light', [
      { from: '2026-08-15', until: '2027-05-31', cites: [['code', '668']] },
    ]);
    const open = { name: '光污染', in: [{ assisting: [], basis: 'matter:light' as const }] };
    expect(lintMatters({ ...datedMatters, matters: { light: open } }, ended, TODAY)).toMatchObject([
      { pointer: '/matters/light', message: 'nothing of "matter:light" is in force on 2027-06-01' },
    ]);
  });
});
