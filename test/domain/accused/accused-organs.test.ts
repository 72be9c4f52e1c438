import { describe, expect, it } from 'vitest';
import { readAnalysisRules } from '../../../adapters/config/read-analysis-rules.ts';
import { accusedOrgansIn } from '../../../domain/accused/accused-organs.ts';
import { demoConfig } from '../../support/demo-config.ts';
import { ACCUSING, FRESH, type Judged, MENTIONING } from './texts.ts';

const { organs, gazetteer } = readAnalysisRules(demoConfig())('2026-11-20');
const around = { organs, names: gazetteer.names, place: '990102' };

const accused = (text: string, target?: string, reader?: string) =>
  accusedOrgansIn(text, target, { ...around, reader })
    .accused.map(({ organ }) => organ)
    .toSorted();

const judged = (texts: readonly Judged[]) => texts.map(([text, ...organs]) => ({ text, organs: organs.toSorted() }));

describe('a letter that accuses an organ or an official', () => {
  it.each(judged(ACCUSING))('names whom it accuses: $text', ({ text, organs }) => {
    expect(accused(text)).toEqual(organs);
  });
});

describe('a letter that only mentions one', () => {
  it.each(judged(MENTIONING))('accuses nobody: $text', ({ text }) => {
    expect(accused(text)).toEqual([]);
  });
});

describe('a letter that the rules had not seen', () => {
  it.each(judged(FRESH))('is read as well: $text', ({ text, organs }) => {
    expect(accused(text)).toEqual(organs);
  });
});

describe('who is accused', () => {
  it('is whoever the sender names as such', () => {
    expect(accused('三月至今没有下文。', '禾阳市生态环境局临禾分局')).toEqual(['linhe-ecology']);
    expect(accused('夜里偷排废气。', '临禾电镀厂')).toEqual([]);
  });

  it('is who has the case, where a later letter writes to them', () => {
    expect(accused('你们到现在都没有处理，不作为。', undefined, 'heyang-transport')).toEqual(['heyang-transport']);
  });

  it('is nobody of the roster where the roster has no such office, and a person is asked to look', () => {
    const found = accusedOrgansIn('派出所的张所长不作为，派出所包庇歌厅。', undefined, around);
    expect(found).toEqual({ accused: [], unknown: [{ name: '派出所', why: ['不作为', '包庇'] }] });
  });

  it('is told with reasons that name the organ and what is held against it, and no person', () => {
    const { accused: found } = accusedOrgansIn('临禾分局的张科长包庇砖厂。', undefined, around);
    expect(found).toEqual([{ organ: 'linhe-ecology', why: ['禾阳市生态环境局临禾分局：包庇'] }]);
  });
});
