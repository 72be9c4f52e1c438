import { join } from 'node:path';
import { expect, it } from 'vitest';
import { billOfMaterials } from '../../../bin/release/bill-of-materials.ts';
import { packagesIn, shippedIn } from '../../../bin/release/licences.ts';
import lock from '../../../package-lock.json' with { type: 'json' };

interface Component {
  readonly 'bom-ref': string;
  readonly licenses?: readonly unknown[];
}

it('names all that is shipped, each with its licence, no tool, and nothing of the hour', () => {
  const shipped = shippedIn(packagesIn(lock));
  const text = billOfMaterials(join(import.meta.dirname, '../../..'), shipped);
  const { components } = JSON.parse(text) as { components: readonly Component[] };
  expect(new Set(components.map((one) => one['bom-ref']))).toEqual(shipped);
  expect(components.filter(({ licenses = [] }) => licenses.length === 0)).toEqual([]);
  expect(text).not.toMatch(/"timestamp"|urn:uuid/);
});
