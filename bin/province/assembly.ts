import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { synthesise } from '../../local/synthesise.ts';

/** A CloudFormation template, as far as we look into it. */
export interface Template {
  readonly Resources: Readonly<Record<string, { readonly Type: string; readonly Properties?: object }>>;
}

/** The template that a deploy of the province in config/ would send. */
export async function templateOf(province: string): Promise<Template> {
  const { directory, remove } = await synthesise(province);
  try {
    return JSON.parse(readFileSync(join(directory, `Huiyin-${province}.template.json`), 'utf8'));
  } finally {
    await remove();
  }
}

/** How many there are of each type of resource, most first. */
export function countsOf({ Resources }: Template): Map<string, number> {
  const types = Map.groupBy(Object.values(Resources), ({ Type }) => Type);
  return new Map([...types].map(([type, all]) => [type, all.length] as const).toSorted(([, a], [, b]) => b - a));
}
