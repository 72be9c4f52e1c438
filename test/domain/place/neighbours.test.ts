import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { gazetteerSchema } from '../../../config/schemas/gazetteer.ts';
import { compileGazetteer } from '../../../domain/place/gazetteer.ts';
import { locate } from '../../../domain/place/locate.ts';

const read = (file: string) =>
  gazetteerSchema.parse(
    JSON.parse(readFileSync(new URL(`../../../config/gazetteer/${file}.json`, import.meta.url), 'utf8')),
  );
const gazetteer = compileGazetteer([read('national'), read('demo')], { traditional: '', simplified: '' });
const placed = (text: string, division?: string) => {
  const place = locate({ text, division }, gazetteer, '990000');
  return { division: place?.division, beside: place?.neighbours?.map(({ name }) => name) };
};

it.each([
  ['临禾区与穗安区交界处有人焚烧垃圾', '990102', ['青禾省禾阳市穗安区']],
  ['临禾区跟穗安区搭界的那条沟', '990102', ['青禾省禾阳市穗安区']],
  ['禾阳市临禾区、澜川市云汀县交界的河段发黑', '990102', ['青禾省澜川市云汀县']],
  ['禾阳市和澜川市跨界河道发臭', '990100', ['青禾省澜川市']],
  ['青禾省与江苏省苏州市接壤处倾倒垃圾', '990000', ['江苏省苏州市']],
])('“%s” stands on a border', (text, division, beside) => {
  expect(placed(text)).toEqual({ division, beside });
});

it.each([
  ['我住穗安区，临禾区的化工厂异味很大', undefined],
  ['临禾区与禾阳市城区交界处异味很大', undefined],
  ['工厂在临禾区。听说别处穗安区和稻香县交界也有', '990102'],
])('“%s” does not', (text, division) => {
  expect(placed(text, division).beside).toBeUndefined();
});
