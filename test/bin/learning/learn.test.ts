import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Row } from '../../../bin/data-rows.ts';
import { fitWeights } from '../../../bin/learning/fit.ts';
import { fitGrams } from '../../../bin/learning/fit-grams.ts';
import { learn } from '../../../bin/learning/learn.ts';
import { loadRepeatRules, loadRules } from '../../../bin/rules.ts';
import { classify } from '../../../domain/classification/classify.ts';
import { becauseIn, logitIn } from '../../../domain/classification/gram-weights.ts';
import { logitOf } from '../../../domain/classification/model.ts';

const { rules } = loadRules();
const repeats = loadRepeatRules();
const rowsOf = (count: number, row: (at: number) => Omit<Row, 'id'>): Row[] =>
  Array.from({ length: count }, (_, at) => ({ id: `${at}`, ...row(at) }) as Row);

describe('weights', () => {
  it('tell apart what one number tells apart, whatever else is counted', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ told: fc.boolean(), noise: fc.nat(1) }), { minLength: 30, maxLength: 40 }),
        (all) => {
          fc.pre(all.some(({ told }) => told) && all.some(({ told }) => !told));
          const examples = all.map(({ told, noise }) => ({ numbers: { told: told ? 1 : 0, noise }, isTrue: told }));
          const { weights } = fitWeights(examples);
          expect(weights.told).toBeGreaterThan(Math.abs(weights.noise!));
        },
      ),
      { numRuns: 10 },
    );
  });

  it('say yes above 0, and nothing of a number that they do not know', () => {
    const weights = { bias: -1, weights: { seen: 2 } };
    expect([logitOf(weights, { seen: 1 }), logitOf(weights, {}), logitOf(weights, { other: 9 })]).toEqual([1, -1, -1]);
  });
});

describe('weights of characters and pairs of them', () => {
  it('are the same for the same texts, and call as many true as are', () => {
    const texts = Array.from({ length: 40 }, (_, at) => ({
      text: at % 4 === 0 ? '厂里的罐子炸了' : '楼下的店很吵',
      isTrue: at % 4 === 0,
    }));
    const weights = fitGrams(texts);
    expect(fitGrams(texts)).toEqual(weights);
    expect(texts.filter(({ text }) => logitIn(text, weights) > 0).length).toBe(10);
    expect(becauseIn('罐子炸了', weights).join('')).toContain('炸');
  });
});

describe('what is learned', () => {
  const alone = { ...rules, model: undefined };
  const nuisance = { text: '隔壁烧烤店油烟太大', emergency: false };
  const everyOther = (accident: string) =>
    rowsOf(60, (at) => (at % 2 === 0 ? { text: accident, emergency: true } : nuisance));

  it('is kept where it does better on texts held out than the rules alone, and is told with both figures', () => {
    // No rule fits, and every text has the same words.
    const rows = everyOther('炼焦炉倒灌到食堂里，厨师叫不醒');
    const { model, report } = learn({ fitted: rows, heldOut: rows }, { rules: alone, repeats });
    expect(report).toEqual([
      'incident: 60 texts to learn from, 60 held out',
      expect.stringMatching(/rules alone .* R 0\.000 /),
      expect.stringMatching(/with weights .* R 1\.000 /),
      '  kept',
      expect.stringContaining('environmental: 0 texts'),
      '  too few',
      expect.stringContaining('opinion: 0 texts'),
      '  too few',
      expect.stringContaining('handling: 60 texts'),
      expect.stringContaining('rules alone'),
      expect.stringContaining('with weights'),
      '  left out: not worth it',
    ]);
    expect(classify(rows[0]!.text, { ...rules, model: { version: '', source: '', ...model } }).urgency).toBe(
      'emergency',
    );
  });

  it('is left out where the rules need no help', () => {
    const rows = everyOther('化工厂的酸罐裂了，酸液往外流');
    const { model, report } = learn({ fitted: rows, heldOut: rows }, { rules: alone, repeats });
    expect([model, report[3]]).toEqual([{}, '  left out: not worth it']);
  });

  it('is nothing where there are too few texts', () => {
    const few = everyOther('化工厂的酸罐裂了').slice(0, 5);
    expect(learn({ fitted: few, heldOut: few }, { rules: alone, repeats })).toMatchObject({
      model: {},
      report: ['incident: 5 texts to learn from, 5 held out', ...Array.from({ length: 7 }, () => expect.anything())],
    });
  });
});

describe('a second opinion', () => {
  const alone = { ...rules, model: undefined };
  const [matter, none] = ['窗台上的叶子一夜白了边', '请问公交线路什么时候调整'];
  const rows = rowsOf(60, (at) => ({ text: at % 2 === 0 ? matter : none, environmental: at % 2 === 0 }));

  it('is kept where whoever looks at what it sees otherwise finds the errors of the rules', () => {
    const { model, report } = learn({ fitted: rows, heldOut: rows }, { rules: alone, repeats });
    const heading = report.findIndex((line) => line.startsWith('opinion:'));
    expect(report.slice(heading + 1, heading + 3)).toEqual([
      '  differs from the rules in 30, and in 30 of their 30 errors',
      '  kept',
    ]);
    const told = classify(matter, { ...rules, model: { version: '', source: '', opinion: model.opinion } });
    expect(told.trace.at(-1)).toMatch(/^第二意见（按字词权重）：\d+%可能是环境事项$/);
  });

  it('decides nothing', () => {
    const saying = (bias: number) => ({ ...rules, model: { version: '', source: '', opinion: { bias, grams: {} } } });
    const [yes, no] = [1, -1].map((bias) => classify('塑料厂废气刺鼻', saying(bias)));
    expect({ ...yes, trace: yes!.trace.slice(0, -1) }).toEqual(classify('塑料厂废气刺鼻', alone));
    expect({ ...no, trace: [] }).toEqual({ ...yes, trace: [] });
  });
});

describe('weights about the environment', () => {
  it('decide in place of the thresholds, but never where no sign is told', () => {
    const saying = (bias: number) => ({
      ...rules,
      model: { version: '', source: '', environmental: { bias, weights: {} } },
    });
    expect(classify('塑料厂废气刺鼻', saying(-1)).matter).toBe('unknown');
    expect(classify('塑料厂废气刺鼻', saying(1)).types).toEqual(['大气']);
    expect(classify('请问公交线路什么时候调整', saying(1)).types).toEqual([]);
  });
});
