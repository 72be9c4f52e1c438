import type { Organs } from '../../../domain/organs.ts';
import { sha256 } from '../digest.ts';
import { computerTime } from '../time.ts';
import type { DeskSite } from './page.ts';

/** The desk of a province, which calls organs by their names. */
export const deskSite = (name: string, organs: Organs): DeskSite => ({
  name,
  organNameOf: (organ) => organs.get(organ)?.name ?? organ,
});

/** The same with the computer's time and the hash that sessions are found by. */
export const deskOfProvince = (name: string, organs: Organs) => ({
  site: deskSite(name, organs),
  clock: computerTime,
  sha256,
});
