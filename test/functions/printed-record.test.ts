import { describe, expect, it } from 'vitest';
import { FACT_TYPES, factSchemaOf, STAFF_ACTS } from '../../domain/case/acts.ts';
import type { CaseEvent } from '../../domain/case/events.ts';
import { recordRows } from '../../functions/print-case/record-rows.ts';
import { namesIn } from '../../functions/shared/staff/names-in.ts';
import { caseAfter, RECEIPT, registeredAt } from '../support/cases.ts';
import { beijing, codeNameOf, staffOf } from '../support/rules.ts';
import { sampleOf, samplesOf } from '../support/sample-of.ts';
import { rules } from '../support/world.ts';

const at = beijing('2026-06-02 10:00');
const { state } = caseAfter(registeredAt(at));
const STAFF = new Set(Object.values(STAFF_ACTS).map(({ fact }) => fact.type));
/** What opened a case is no part of its record: the letter and the facts above say it. */
const LATER = FACT_TYPES.filter((type) => type !== 'registered');

const eventOf = (fact: object) =>
  ({ ...fact, caseId: RECEIPT, seq: 2, at, actor: staffOf('county'), started: [] }) as unknown as CaseEvent;
const printed = (...facts: readonly object[]) =>
  recordRows(facts.map(eventOf), rules(), namesIn(state, rules(), codeNameOf))
    .map(({ html }) => html)
    .join('\n');

/** Marks that tell every text of a fact from every other. */
function marks() {
  let n = 0;
  return () => {
    n += 1;
    return `字样${n}。`;
  };
}

/** Ids and what a program reckoned: nobody wrote them. */
const UNWRITTEN = /^(?:key|mediaType|sub|resumed|clock|passed|held|ladder|trace|division|town|candidates|neighbours)$/;
const RECKONED = /^(?:competent|industries|lang|otherMatters|alerts|parts)$/;

function written(value: unknown, within = ''): readonly string[] {
  if (typeof value === 'string') return value.startsWith('字样') ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((one) => written(one, within));
  if (typeof value !== 'object' || value === null) return [];
  // What is read of a ladder goes by the names of its steps.
  if ('stops' in value) return [];
  const isClassification = 'score' in value;
  return Object.entries(value).flatMap(([field, one]) =>
    UNWRITTEN.test(field) || (isClassification && RECKONED.test(field)) ? [] : written(one, field),
  );
}

/** An answer has its parts word by word, so the record says them in it and nowhere else. */
const answered = (fact: object): object => ('answer' in fact ? { ...fact, answer: written(fact).join('') } : fact);

describe.each(LATER.filter((type) => STAFF.has(type)))('the print of %s', (type) => {
  it('holds every word that somebody wrote in it', () => {
    const fact = answered(sampleOf(factSchemaOf(type)!, marks()));
    const page = printed(fact);
    expect(written(fact).filter((mark) => !page.includes(mark))).toEqual([]);
  });
});

describe.each(LATER)('the print of %s, whatever was chosen', (type) => {
  const page = printed(...samplesOf(factSchemaOf(type)!, marks()));
  it('is Chinese, each of its fields by a name', () => {
    const words = page.replace(/<[^>]*>|&[a-z]+;|字样\d+。/g, ' ');
    expect(words.match(/[a-z][a-z-]+/g)?.filter((word) => word !== 'county') ?? []).toEqual([]);
    expect(page).not.toContain('其他内容');
  });
});

it('a field that nobody named yet is printed all the same', () => {
  expect(printed({ ...sampleOf(factSchemaOf('noted')!, marks()), later: '后来加的' })).toContain('其他内容：后来加的');
});

it('matters and subtypes go by their names, and what says nothing is left out', () => {
  const part = { id: 'QH-1-1', number: 1, title: '建筑施工噪声', lead: 'county', assisting: [] };
  const about = { types: ['噪声'], subtypes: ['construction-noise'], matter: 'construction-noise', urgency: 'normal' };
  const page = printed({ type: 'split', parts: [{ ...part, ...about, competent: true, until: at }] });
  expect(page).toContain('细类：施工噪声');
  expect(page).toContain('事项类别：建筑施工噪声');
  expect(page).not.toContain('协办单位');
});
