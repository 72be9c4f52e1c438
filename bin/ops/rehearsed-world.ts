import { basename, dirname } from 'node:path';
import type * as z from 'zod';
import { CalendarFile } from '../../config/schemas/calendar.ts';
import { ClocksFile, LaddersFile, LocalPolicyFile } from '../../config/schemas/clocks.ts';
import { organsSchema } from '../../config/schemas/organs.ts';
import { readChecked } from '../../config/schemas/read-checked.ts';
import { routingSchema } from '../../config/schemas/routing.ts';
import { lawOn } from '../../domain/law/cite.ts';
import { type ProvinceRules, type RoutingTable, routingOn } from '../../domain/routing/rules.ts';
import type { World } from '../../usecases/operations/rehearse.ts';
import { CannotUse } from '../ending.ts';
import { readCaseRules } from '../policy/rules.ts';
import { readProvinceConfig } from '../province-config.ts';
import { loadMatters, loadStatutes } from '../rules.ts';

/** What may be tried; each kind of file is known by its shape. */
const KINDS = {
  organs: organsSchema,
  routing: routingSchema,
  ladders: LaddersFile,
  clocks: ClocksFile,
  calendar: CalendarFile,
  local: LocalPolicyFile,
} as const satisfies Readonly<Record<string, z.ZodType>>;

export interface Change {
  readonly kind: keyof typeof KINDS;
  readonly path: string;
}

/** Which kind of file that is. One that has the shape of none cannot be used. */
export function changeIn(path: string): Change {
  const kinds = Object.keys(KINDS) as Change['kind'][];
  const kind = kinds.find((one) => contentOf(path, one) !== undefined);
  if (kind === undefined) throw new CannotUse(`${path} is none of ${kinds.join(', ')}, or has faults`);
  return { kind, path };
}

function contentOf<Kind extends Change['kind']>(path: string, kind: Kind): z.infer<(typeof KINDS)[Kind]> | undefined {
  const schema: z.ZodType = KINDS[kind];
  return readChecked(dirname(path), basename(path), schema).whole as z.infer<(typeof KINDS)[Kind]> | undefined;
}

/** The rules of a province as the repository holds them, with those files in place of its own. */
export function worldOf(province: string, changes: readonly Change[]): World {
  const path = (kind: Change['kind']): string | undefined => changes.findLast((one) => one.kind === kind)?.path;
  const { organs, routing } = readProvinceConfig(province);
  const [roster, routes] = [path('organs'), path('routing')];
  const given = (roster === undefined ? undefined : contentOf(roster, 'organs')?.organs) ?? organs;
  const own = (routes === undefined ? undefined : contentOf(routes, 'routing')) ?? routing;
  const files = { ladders: path('ladders'), clocks: path('clocks'), calendar: path('calendar'), local: path('local') };
  const rules = { ...readCaseRules(province, files), organs: new Map(given.map((organ) => [organ.id, organ])) };
  return { rules, routingOn: tablesOf(own) };
}

/** One table for each day, made once. */
function tablesOf(own: ProvinceRules): World['routingOn'] {
  const [statutes, matters] = [loadStatutes(), loadMatters()];
  const known = new Map<string, RoutingTable>();
  return (day) => {
    const table = known.get(day) ?? routingOn(lawOn(day, statutes), own, matters);
    known.set(day, table);
    return table;
  };
}
