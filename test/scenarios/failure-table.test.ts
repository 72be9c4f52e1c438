import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const named = [...read('docs/failures.md').matchAll(/`(test\/[^`]+)` “([^”]+)”/g)].map(([, file, test]) => [
  file!,
  test!,
]);

it('names tests', () => expect(named.length).toBeGreaterThan(50));

it.each(named)('in %s there is “%s”', (file, test) => {
  expect(read(file)).toContain(`'${test}'`);
});
