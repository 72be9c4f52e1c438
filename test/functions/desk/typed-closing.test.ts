import { describe, expect, it } from 'vitest';
import { fieldInputs } from '../../../functions/desk-acts/field-input.ts';
import { fourIn, grievanceIn, measureIn } from '../../../functions/desk-acts/typed-closing.ts';

describe('what an officer types of an answer', () => {
  it.each([
    ['责令整改 2', { kind: 'rectification-ordered', count: 2 }],
    ['问责：3人', { kind: 'held-accountable', count: 3 }],
    ['立案处罚', { kind: 'penalty-filed', count: 1 }],
    ['罚款 50000.5元', { kind: 'fined', fen: 5_000_050 }],
    ['罚款 0.29', { kind: 'fined', fen: 29 }],
    ['罚款 1.234', { kind: 'fined', fen: Number.NaN }],
    ['表扬 1', { kind: undefined, count: 1 }],
  ])('is a measure: %s', (line, measure) => {
    expect(measureIn(line)).toEqual(measure);
  });

  it.each([
    ['2 不属实。', { part: 2, mark: 'unsubstantiated' }],
    ['1、已责令停工。', { part: 1, answer: '已责令停工。' }],
    ['噪声 已停', { part: Number.NaN, answer: '已停' }],
  ])('is the answer to a grievance: %s', (line, grievance) => {
    expect(grievanceIn(line)).toEqual(grievance);
  });

  it('are the four checks, or none', () => {
    const form: Record<string, string> = {
      'four-facts-met': 'yes',
      'four-facts-words': '夜查',
      'four-satisfied-met': 'no',
    };
    expect(fourIn('four', () => undefined)).toBeUndefined();
    expect(fourIn('four', (name) => form[name])).toEqual({
      facts: { met: true, evidence: '夜查' },
      satisfied: { met: false, reason: undefined },
    });
  });

  it.each([
    [true, 0],
    [false, 4],
  ])('are the four checks, which nobody may leave open where the case must show them (%s)', (required, ways) => {
    const field = { name: 'four', kind: 'four' as const, words: { label: '四个不放过' }, choices: [], required };
    const none = {
      matters: [],
      subtypes: [],
      divisions: () => [],
      organs: [],
      colleagues: [],
      materials: [],
      ofCase: () => [],
      reached: [],
    };
    const { html: form } = fieldInputs([field], () => undefined, [], none);
    expect(form.match(/>做到了</g)).toHaveLength(4);
    expect(form.match(/不指定/g) ?? []).toHaveLength(ways);
  });
});
