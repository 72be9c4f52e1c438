import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { headingsOf } from '../../functions/describe-api/headings.ts';
import { formatNamed } from '../support/partners.ts';

const root = join(import.meta.dirname, '..', '..');
const names = readdirSync(join(root, 'config/partners')).map((file) => file.replace('.json', ''));
const docs = readFileSync(join(root, 'docs/integrators.md'), 'utf8');

describe.each(names)('the headings of %s', (name) => {
  const format = formatNamed(name);
  const [, section = ''] = docs.split(`(\`${name}\`)`);
  const [rows = ''] = /(\n\|.*)+/.exec(section) ?? [];
  const headings = [...Object.values(format.fields).flat(), format.deed].flatMap(({ from }) => from);

  it('stand in docs/integrators.md, all of them and no others', () => {
    const told = [...rows.matchAll(/`([^`]+)`/g)].map(([, heading]) => heading!);
    expect(new Set(told)).toEqual(new Set(headings));
    expect(rows.match(/must be there/g)).toHaveLength(format.required.length);
  });

  it('and in the description of the interface', () => {
    const described = headingsOf(format);
    for (const heading of headings) expect(described).toContain(`\`${heading}\``);
    expect(described.match(/（必填）/g)).toHaveLength(format.required.length);
    for (const kind of Object.keys(format.deed.values)) expect(described).toContain(kind);
  });
});
