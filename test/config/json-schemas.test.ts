import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { jsonSchemas } from '../../config/schemas/json-schemas.ts';

const config = join(import.meta.dirname, '../../config');
const read = (path: string): string => readFileSync(join(config, path), 'utf8');
const filesIn = (folder: string): string[] =>
  readdirSync(join(config, folder))
    .filter((file) => file.endsWith('.json'))
    .map((file) => join(folder, file));

/** Which published schema an editor takes for which files. */
const FILES: Readonly<Record<string, readonly string[]>> = {
  province: filesIn('provinces'),
  organs: filesIn('organs'),
  routing: filesIn('routing'),
  gazetteer: [...filesIn('gazetteer'), ...filesIn('gazetteer/towns')],
  ladders: filesIn('ladders'),
  policy: filesIn('policies'),
  partner: filesIn('partners'),
  campaign: filesIn('campaigns'),
  ...Object.fromEntries(filesIn('').map((file) => [file.replace('.json', ''), [file]])),
};

const validatorOf = (name: string) => {
  const ajv = new Ajv2020({ strict: false });
  formats.default(ajv);
  return ajv.compile(JSON.parse(read(`schemas/json/${name}.json`)));
};

describe('the published JSON Schemas', () => {
  it('are those that the code checks by: npm run json-schemas writes them', () => {
    const published = filesIn('schemas/json').map((path) => [path.split('/').at(-1), read(path)]);
    expect(Object.fromEntries(published)).toEqual(Object.fromEntries(jsonSchemas()));
  });

  it('are one for each kind of file in config/', () => {
    expect([...jsonSchemas().keys()].toSorted()).toEqual(
      Object.keys(FILES)
        .map((name) => `${name}.json`)
        .toSorted(),
    );
  });

  it.each(Object.entries(FILES))('%s: take every file that is shipped, with and without its $schema', (name, files) => {
    const validate = validatorOf(name);
    for (const file of files) {
      const content = JSON.parse(read(file));
      expect([file, validate(content) || validate.errors]).toEqual([file, true]);
      expect([file, validate({ ...content, $schema: `./schemas/json/${name}.json` })]).toEqual([file, true]);
    }
  });

  it('show an editor what is misspelt, missing, and what stands where', () => {
    const province = JSON.parse(read('provinces/yunnan.json'));
    const validate = validatorOf('province');
    const { letters, ...rest } = province;
    expect(validate({ ...rest, lettres: letters })).toBe(false);
    const { properties } = JSON.parse(read('schemas/json/province.json'));
    expect(properties.organiser.properties.filing.description).toContain('ICP');
  });
});
