import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { checkConfig } from '../../config/schemas/check.ts';
import type { ConfigFault } from '../../config/schemas/fault.ts';
import { today } from '../today.ts';
import { type Command, failure, type Outcome } from './outcome.ts';

const OF_ONE_PROVINCE =
  /^(provinces|organs|routing|ladders|policies|gazetteer(\/towns)?)\/(?!national|default)(?<id>[^/]+)\.json$/;
const TEXT_OF_ONE = /^notices\/(?<id>[^/]+)\//;

const ownerOf = (file: string): string | undefined =>
  (OF_ONE_PROVINCE.exec(file) ?? TEXT_OF_ONE.exec(file))?.groups?.id;

/** So many places of one and the same fault are named. */
const MOST_PLACES = 3;

/**
 * Every fault of every file that the province depends on, its own and those of the whole country, each with what to do;
 * other provinces' files are left to them. Without a name, those of all provinces.
 */
export function check({ name, config }: Command): Outcome {
  if (name === '') return reportOf(checkConfig(config, today()).findings, 'npm run province -- rollout');
  if (!existsSync(join(config, 'provinces', `${name}.json`)))
    return failure(`there is no ${config}/provinces/${name}.json: npm run province -- new ${name} --division …`);
  const { findings } = checkConfig(config, today());
  return reportOf(
    findings.filter(({ file }) => (ownerOf(file) ?? name) === name),
    `npm run province -- explain ${name}`,
  );
}

function reportOf(findings: readonly ConfigFault[], next: string): Outcome {
  const faults = findings.filter(({ severity }) => severity === 'error');
  const told = Map.groupBy(findings, ({ severity, file, message, fix }) => [severity, file, message, fix].join('\n'));
  const summary = `${faults.length} faults, ${findings.length - faults.length} warnings`;
  const lines = [...[...told.values()].flatMap(linesOf), summary];
  return faults.length > 0 ? { lines, failed: true } : { lines: [...lines, `next: ${next}`] };
}

/** One fault, however often it stands in the file. */
function linesOf(same: readonly ConfigFault[]): string[] {
  const [{ severity, file, message, fix }] = same as [ConfigFault];
  const places = same.slice(0, MOST_PLACES).map(({ pointer }) => pointer || 'the whole file');
  const more = same.length > MOST_PLACES ? ` and ${same.length - MOST_PLACES} more` : '';
  return [
    `${severity === 'error' ? 'fault  ' : 'warning'} config/${file} ${places.join(', ')}${more}`,
    `  why: ${message}`,
    `  fix: ${fix}`,
  ];
}
