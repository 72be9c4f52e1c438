import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import { analyse } from '../../domain/analysis.ts';
import { entriesOf } from '../../domain/text/term-index.ts';
import { findInLists } from '../../domain/text/terms.ts';
import { type Texts, textsToAnalyse } from './complaints.ts';
import { milliseconds, type Row } from './row.ts';
import { demoRules } from './rules.ts';

/** A second, of so many characters; of shorter ones no more are asked. */
const BUDGET = { texts: 10_000, characters: 400 };
const LEAST_RATIO = 2;
const LONG = { characters: 100_000, budget: 50 };
/** What costs a rule most: one term over and over. */
const WORST = [
  ...['污水', '不是噪声', '一股味', '心灵污染', '爆炸化工厂', '红的河', '。一、污水', 'noise '],
  ...['市环保局不作为', '请不管环保局', '举报环保局'],
];
const [SECONDS, ROUNDS] = [3, 12];

/**
 * Complaints a second that one core classifies, places and routes, against cutting them into words by jieba and looking
 * each up in a set; and what of it is the one pass that finds the terms, without which no rule can be asked.
 */
export function measureAnalysis(): Row[] {
  const { analysis } = demoRules();
  const known = new Set(entriesOf(analysis.classification.terms).map(({ value }) => value.term));
  const jieba = Jieba.withDict(dict);
  const wordsOf = (text: string) => {
    let found = 0;
    for (const word of jieba.cut(text, true)) found += known.has(word) ? 1 : 0;
    return found;
  };
  const passOf = (text: string) => findInLists(text, analysis.classification.terms);
  const work = (text: string) => analyse({ text, channel: 'web' }, analysis);
  return [
    ...textsToAnalyse().map((some) => rateOf(some, { work, passOf, wordsOf, words: known.size })),
    longText(work),
  ];
}

interface Works {
  readonly work: (text: string) => unknown;
  readonly passOf: (text: string) => unknown;
  readonly wordsOf: (text: string) => unknown;
  readonly words: number;
}

function rateOf({ source, texts }: Texts, { work, passOf, wordsOf, words }: Works): Row {
  const [rate, pass, baseline] = [perSecond(texts, work), perSecond(texts, passOf), perSecond(texts, wordsOf)];
  const length = Math.round(texts.reduce((sum, text) => sum + text.length, 0) / texts.length);
  const least = Math.round(BUDGET.texts * Math.min(1, BUDGET.characters / length));
  return {
    what: `classify, place and route (${source}, ${length} characters on average)`,
    measured: `${Math.round(rate)} complaints/s; the terms alone are found in ${Math.round(pass)}/s`,
    baseline: `${Math.round(baseline)}/s: jieba words in a set of ${words} keywords`,
    ratio: rate / baseline,
    budget: `≥ ${least}/s on one core, ≥ ${LEAST_RATIO} ×`,
    met: rate >= least && rate >= LEAST_RATIO * baseline,
  };
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

/** In a second of processor time, warm; the best of several rounds, as other processes only ever slow one down. */
function perSecond(texts: readonly string[], work: (text: string) => unknown): number {
  let best = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const began = process.cpuUsage();
    let [done, seconds] = [0, 0];
    do {
      for (const text of texts) work(text);
      done += texts.length;
      seconds = secondsSince(began);
    } while (seconds < SECONDS / ROUNDS);
    best = Math.max(best, done / seconds);
  }
  return best;
}

function secondsSince(began: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1_000_000;
}
