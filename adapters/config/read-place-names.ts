import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chainOf, type Division } from '../../domain/place/division.ts';
import { divisionsOf, fullNameOf, type GazetteerList } from '../../domain/place/gazetteer.ts';
import { readRules } from './read-config.ts';

/**
 * Full names of the divisions beside a bundle, the province's own among them; undefined for a code that there is not.
 * Read when the first is asked for: few are.
 */
export function readPlaceNames(folder: string): (division: Division) => string | undefined {
  let names: ReadonlyMap<Division, string> | undefined;
  return (division) => {
    names ??= divisionsOf(
      ['gazetteer', 'gazetteer-patch']
        .filter((name) => existsSync(join(folder, 'config', `${name}.json`)))
        .map((name) => readRules<GazetteerList>(folder, name)),
    );
    return names.has(division) ? fullNameOf(chainOf(division), names) : undefined;
  };
}
