import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { checkConfig } from '../../config/schemas/check.ts';
import { today } from '../today.ts';
import { stackNamesOf } from './assembly.ts';
import type { Command, Outcome } from './outcome.ts';

/** One line for each province that has a file. Those whose file cannot be read stand there as well. */
export function list({ config }: Command): Outcome {
  const { provinces, faults } = checkConfig(config, today());
  const names = readdirSync(join(config, 'provinces')).map((file) => file.replace('.json', ''));
  const lines = names.toSorted().map((name) => {
    const settings = provinces.find(({ id }) => id === name);
    if (!settings) return `${name}: has faults, npm run province -- check ${name}`;
    const kind = settings.demonstration ? ', a demonstration' : '';
    return `${name}: ${settings.name} (${settings.division}), ${settings.region}, ${stackNamesOf(name).join(', ')}${kind}`;
  });
  return { lines: [...lines, `${names.length} provinces, ${faults.length} faults in all files`] };
}
