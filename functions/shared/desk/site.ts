import type { Organs } from '../../../domain/organs.ts';
import type { DeskSite } from './page.ts';

/** The desk of a province, which calls organs by their names. */
export const deskSite = (name: string, organs: Organs): DeskSite => ({
  name,
  organNameOf: (organ) => organs.get(organ)?.name ?? organ,
});
