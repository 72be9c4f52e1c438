import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type * as z from 'zod';
import { gazetteerSchema } from '../../config/schemas/gazetteer.ts';
import { lexiconSchema } from '../../config/schemas/lexicon.ts';
import { mattersSchema } from '../../config/schemas/matters.ts';
import { organsSchema } from '../../config/schemas/organs.ts';
import { routingSchema } from '../../config/schemas/routing.ts';
import { taxonomySchema } from '../../config/schemas/taxonomy.ts';
import { finenessOf } from '../../domain/place/division.ts';

const config = new URL('../../config/', import.meta.url);
const read = <T>(file: string, schema: z.ZodType<T>): T =>
  schema.parse(JSON.parse(readFileSync(new URL(file, config), 'utf8')));

const taxonomy = read('taxonomy.json', taxonomySchema);
const lexicon = read('lexicon.json', lexiconSchema);
const matters = read('matters.json', mattersSchema);
const national = read('gazetteer/national.json', gazetteerSchema);
const provinces = readdirSync(new URL('routing', config)).map((file) => file.replace('.json', ''));

describe('the rules of the country', () => {
  it('give every subtype a matter, and every matter that may be led its departments', () => {
    for (const { matter } of Object.values(taxonomy.subtypes)) expect(matters.matters).toHaveProperty(matter);
  });

  it('know every source that a sign may come from', () => {
    const sources = Object.values(taxonomy.signs).flatMap(({ bySource }) => Object.keys(bySource ?? {}));
    for (const source of sources) expect(lexicon.sources).toHaveProperty(source);
  });

  it('lead where nobody has checked the law to the bureau itself, and say so', () => {
    const spans = Object.values(matters.matters).flatMap((matter) => matter.in);
    const guesses = spans.filter(({ basis }) => typeof basis !== 'string' && basis.confidence === 'K');
    for (const { lead, note } of guesses) {
      expect(lead).toBe('ecology');
      expect(note).toBeTruthy();
    }
  });

  it('hold no sentence of a complaint: a term is short', () => {
    const graded = Object.values(lexicon.signs).flatMap((terms) => Object.values(terms));
    for (const term of graded.flatMap((list) => list.split(' '))) expect(term.length).toBeLessThanOrEqual(9);
  });
});

describe.each(provinces)('the rules of %s', (province) => {
  const routing = read(`routing/${province}.json`, routingSchema);
  const { organs } = read(`organs/${province}.json`, organsSchema);
  const own = `gazetteer/${province}.json`;
  const divisions = {
    ...national.divisions,
    ...(existsSync(new URL(own, config)) ? read(own, gazetteerSchema).divisions : {}),
  };
  const byId = new Map(organs.map((organ) => [organ.id, organ]));

  it('name only matters, departments and divisions that exist', () => {
    for (const { matters: named = [], divisions: areas = [], lead, assisting = [] } of routing.rules) {
      for (const matter of named) expect(matters.matters).toHaveProperty(matter);
      for (const area of areas) expect(divisions).toHaveProperty(area);
      for (const department of [lead, ...assisting])
        if (department) expect(matters.departments).toHaveProperty(department);
    }
  });

  it('have a catch-all desk, and a bureau for every city', () => {
    expect(byId.get(routing.catchAll)?.level).toBe('province');
    const cities = Object.keys(divisions).filter(
      (code) => code.startsWith(routing.province.slice(0, 2)) && finenessOf(code) === 2,
    );
    for (const city of cities) {
      expect(organs.some(({ division, department }) => division === city && department === 'ecology')).toBe(true);
    }
  });

  it('lead every organ up to the province, each at the division it is named for', () => {
    for (const organ of organs) {
      expect(divisions).toHaveProperty(organ.division);
      let top = organ;
      for (let steps = 0; top.superior && steps < 5; steps += 1) top = byId.get(top.superior)!;
      expect(top.level).toBe('province');
    }
  });

  it('reach nobody real', () => {
    for (const { email, phone } of organs.flatMap(({ contacts }) => contacts)) {
      if (email) expect(email).toMatch(/\.example$/);
      if (phone) expect(phone).toMatch(/^1390000\d{4}$/);
    }
  });
});

it('the fictional province shares no name with the country', () => {
  const { divisions } = read('gazetteer/demo.json', gazetteerSchema);
  const real = new Set(Object.values({ ...national.divisions, ...national.added }));
  expect(Object.values(divisions).filter((name) => real.has(name))).toEqual([]);
});
