import { describe, expect, it } from 'vitest';
import { analyse } from '../../domain/analysis.ts';
import { demoRules } from '../bench/rules.ts';

const { analysis } = demoRules();
const read = (text: string, target?: string) => analyse({ text, target, channel: 'web' }, analysis);

describe('a complaint of several matters', () => {
  const text = '禾阳市临禾区：1.化工厂夜里排放刺鼻废气；2.楼下饭店油烟直排；3.上个月的事也还没有下文。';

  it('stays one case of one organ, with the organs of its parts assisting', () => {
    const { route, classification } = read(text);
    const leads = classification.parts!.flatMap(({ lead }) => lead ?? []);
    expect(leads).toHaveLength(2);
    expect([route.lead, ...route.assisting]).toEqual(expect.arrayContaining(leads));
  });

  it('names nobody for a part that nothing tells about', () => {
    expect(read(text).classification.parts!.at(-1)).toMatchObject({ matter: 'unknown', lead: undefined });
  });

  it('counts its parts in the text as the person wrote it, also where the accused was named apart', () => {
    const [first] = read(text, '某化工有限公司').classification.parts!;
    expect(text.slice(first!.start, first!.end)).toBe('1.化工厂夜里排放刺鼻废气；');
  });
});
