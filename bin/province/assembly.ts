import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { asOneTemplate, type PlainTemplate } from '../../local/template/merged-template.ts';
import { synthesise } from '../../local/template/synthesise.ts';

/** The stacks of a province, in the order of their deploy. */
export const stackNamesOf = (province: string): readonly string[] => [`Huiyin-${province}-data`, `Huiyin-${province}`];

/** The templates that a deploy of the province in config/ would send, as one. */
export async function templateOf(province: string): Promise<PlainTemplate> {
  const { directory, remove } = await synthesise(province);
  try {
    const files = stackNamesOf(province).map((name) => join(directory, `${name}.template.json`));
    return asOneTemplate(files.map((file) => JSON.parse(readFileSync(file, 'utf8'))));
  } finally {
    await remove();
  }
}

/** How many there are of each type of resource, most first. */
export function countsOf({ Resources }: PlainTemplate): Map<string, number> {
  const types = Map.groupBy(Object.values(Resources), ({ Type }) => Type);
  return new Map([...types].map(([type, all]) => [type, all.length] as const).toSorted(([, a], [, b]) => b - a));
}
