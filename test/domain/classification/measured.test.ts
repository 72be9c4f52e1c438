import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Row, readRows, textOf } from '../../../bin/data-rows.ts';
import { evaluateDepartments } from '../../../bin/evaluation/departments.ts';
import { countOf, scoresOf } from '../../../bin/evaluation/scores.ts';
import { evaluateTypes } from '../../../bin/evaluation/types.ts';
import { loadRules } from '../../../bin/rules.ts';
import { classify } from '../../../domain/classification/classify.ts';
import { assign } from '../../../domain/routing/route-complaint.ts';

const folder = new URL('../../../../shared/data/cases/', import.meta.url).pathname;
const { rules, matters } = loadRules();
const table = { province: '000000', catchAll: '', rules: [], matters };
const classifyRow = (row: Row) => classify(textOf(row), rules);
const assignRow = (row: Row) => assign({ classification: classifyRow(row), channel: 'web' }, table);
const rowsOf = (file: string) => readRows(`${folder}${file}-dev.jsonl`);
const figure = (report: string[], pattern: RegExp) => Number(report.join('\n').match(pattern)![1]);

describe.skipIf(!existsSync(folder))('on real complaints (skipped where ../shared/data is absent)', () => {
  it('the types hit an official one in nine of ten, and name few that are not', () => {
    const report = evaluateTypes(rowsOf('inspection'), classifyRow);
    expect(figure(report, /hits any official type: ([\d.]+)/)).toBeGreaterThanOrEqual(0.93);
    expect(figure(report, /micro .* F1 ([\d.]+)/)).toBeGreaterThanOrEqual(0.82);
    expect(figure(report, /macro F1 .*: ([\d.]+)/)).toBeGreaterThanOrEqual(0.8);
  });

  // The label is the mailbox's own: it files mines, river sand, main roads and trains under 环境保护, which the law gives
  // to others.
  it('whose matter it is is told as the mailbox filed it in seven of eight', () => {
    const rows = rowsOf('messages');
    const pairs = rows.map((row) => ({ told: classifyRow(row).competent, official: row.label === '环境保护' }));
    expect(scoresOf(countOf(pairs)).f1).toBeGreaterThanOrEqual(0.875);
  });

  it('the department that answered is among those named in six of seven', () => {
    expect(
      figure(evaluateDepartments(rowsOf('letters'), assignRow), /lead or assisting: ([\d.]+)/),
    ).toBeGreaterThanOrEqual(0.85);
  });
});
