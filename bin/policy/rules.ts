import { existsSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import type * as z from 'zod';
import { CalendarFile } from '../../config/schemas/calendar.ts';
import {
  ClocksFile,
  faultsOfClocks,
  LaddersFile,
  LocalPolicyFile,
  ProvinceLaddersFile,
} from '../../config/schemas/clocks.ts';
import type { Fault } from '../../config/schemas/fault.ts';
import { faultsOfLocalPolicy } from '../../config/schemas/local-policy.ts';
import { textsOf } from '../../config/schemas/notice-texts.ts';
import { readChecked } from '../../config/schemas/read-checked.ts';
import type { CaseRules } from '../../domain/case/context.ts';
import { localLadders } from '../../domain/clocks/local-ladders.ts';
import { policiesOf } from '../../domain/clocks/policy.ts';
import { readProvinceConfig } from '../province-config.ts';
import { loadStatutes } from '../rules.ts';

const CONFIG = join(import.meta.dirname, '..', '..', 'config');

/** The files that may be tried in place of those in config/: paths. */
export interface Changed {
  readonly clocks?: string | undefined;
  readonly calendar?: string | undefined;
  /** In place of the ladders of the whole country. */
  readonly ladders?: string | undefined;
  /** In place of the province's own periods. */
  readonly local?: string | undefined;
}

/** A file of rules that cannot be used: one line for each fault. */
export class BrokenRules extends Error {
  override readonly name = 'BrokenRules';
}

/** The rules of cases as that province has them, with those files in place of its own. Throws BrokenRules. */
export function readCaseRules(province: string, changed: Changed): CaseRules {
  const { settings, organs } = readProvinceConfig(province);
  const clocks = read(changed.clocks ?? join(CONFIG, 'clocks.json'), ClocksFile);
  tell('clocks', faultsOfClocks(clocks));
  const local = readOwn(changed.local, `policies/${province}.json`, LocalPolicyFile);
  if (local) tell('policies', faultsOfLocalPolicy(local, clocks));
  const ladders = read(changed.ladders ?? join(CONFIG, 'ladders', 'default.json'), LaddersFile);
  const own = readOwn(undefined, `ladders/${province}.json`, ProvinceLaddersFile) ?? {};
  return {
    policies: policiesOf(clocks, local),
    currentPolicy: settings.policyVersion,
    ladders: localLadders(ladders, own),
    calendar: read(changed.calendar ?? join(CONFIG, 'calendar.json'), CalendarFile),
    statutes: loadStatutes(),
    organs: new Map(organs.map((organ) => [organ.id, organ])),
    catchAllOrgan: settings.catchAllOrgan,
    organiser: settings.organiser,
    desk: settings.staff.desk,
    texts: textsOf(CONFIG, province),
  };
}

/** A file that a province need not have. */
function readOwn<T>(path: string | undefined, file: string, schema: z.ZodType<T>): T | undefined {
  const own = path ?? join(CONFIG, file);
  return path === undefined && !existsSync(own) ? undefined : read(own, schema);
}

function read<T>(path: string, schema: z.ZodType<T>): T {
  const { whole, faults } = readChecked(dirname(path), basename(path), schema);
  if (whole !== undefined) return whole;
  throw new BrokenRules(
    faults.map(({ pointer, message }) => `${relative('.', path)} ${pointer}: ${message}`).join('\n'),
  );
}

function tell(what: string, faults: readonly Fault[]): void {
  if (faults.length > 0)
    throw new BrokenRules(faults.map(([pointer, message]) => `${what} ${pointer}: ${message}`).join('\n'));
}
