import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import { analyse } from '../../domain/analysis.ts';
import { entriesOf } from '../../domain/text/term-index.ts';
import { textsToAnalyse } from './complaints.ts';
import { milliseconds, type Row } from './row.ts';
import { demoRules } from './rules.ts';

const BUDGET = 10_000;
const LEAST_RATIO = 2;
const LONG = { characters: 100_000, budget: 50 };
/** What costs a rule most: one term over and over. */
const WORST = ['污水', '不是噪声', '一股味', '心灵污染', '爆炸化工厂', '红的河', '。一、污水', 'noise '];
const SECONDS = 3;

/**
 * Complaints a second that one core classifies, places and routes, against cutting them into words by jieba and looking
 * each up in a set.
 */
export function measureAnalysis(): Row[] {
  const { analysis } = demoRules();
  const { source, texts } = textsToAnalyse();
  const known = new Set(entriesOf(analysis.classification.terms).map(({ value }) => value.term));
  const jieba = Jieba.withDict(dict);
  const rate = perSecond(texts, (text) => analyse({ text, channel: 'web' }, analysis));
  const baseline = perSecond(texts, (text) => {
    let found = 0;
    for (const word of jieba.cut(text, true)) found += known.has(word) ? 1 : 0;
    return found;
  });
  const length = Math.round(texts.reduce((sum, text) => sum + text.length, 0) / texts.length);
  return [
    {
      what: `classify, place and route (${source}, ${length} characters on average)`,
      measured: `${Math.round(rate)} complaints/s`,
      baseline: `${Math.round(baseline)}/s: jieba words in a set of ${known.size} keywords`,
      ratio: rate / baseline,
      budget: `≥ ${BUDGET}/s on one core, ≥ ${LEAST_RATIO} ×`,
      met: rate >= BUDGET && rate >= LEAST_RATIO * baseline,
    },
    longText((text) => analyse({ text, channel: 'web' }, analysis)),
  ];
}

/** The slowest of texts that nobody writes and a machine may send. */
function longText(work: (text: string) => unknown): Row {
  const times = WORST.map((term) => {
    const text = term.repeat(Math.ceil(LONG.characters / term.length)).slice(0, LONG.characters);
    return 1000 / perSecond([text], work);
  });
  const slowest = Math.max(...times);
  return {
    what: `${LONG.characters} characters of one term`,
    measured: milliseconds(slowest),
    baseline: '–',
    budget: `≤ ${LONG.budget} ms`,
    met: slowest <= LONG.budget,
  };
}

/** Warm, in rounds over all texts; the best round, as other processes only ever slow one down. */
function perSecond(texts: readonly string[], work: (text: string) => unknown): number {
  let best = 0;
  const end = performance.now() + SECONDS * 1000;
  do {
    const began = performance.now();
    for (const text of texts) work(text);
    best = Math.max(best, (texts.length / (performance.now() - began)) * 1000);
  } while (performance.now() < end);
  return best;
}
