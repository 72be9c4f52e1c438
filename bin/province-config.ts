import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type * as z from 'zod';
import { faultLine } from '../config/schemas/fault.ts';
import { gazetteerSchema } from '../config/schemas/gazetteer.ts';
import { type OrgansFile, organsSchema } from '../config/schemas/organs.ts';
import { ProvinceFile, type ProvinceSettings } from '../config/schemas/province.ts';
import { readChecked } from '../config/schemas/read-checked.ts';
import { routingSchema } from '../config/schemas/routing.ts';
import type { GazetteerList } from '../domain/place/gazetteer.ts';
import type { ProvinceRules } from '../domain/routing/rules.ts';

const CONFIG = join(import.meta.dirname, '..', 'config');

/** What one province decided for itself, as the repository holds it now. */
export interface ProvinceConfig {
  readonly settings: ProvinceSettings;
  readonly organs: OrgansFile['organs'];
  readonly routing: ProvinceRules;
  /** The national list, and over it the province's own and its towns where there are any. */
  readonly gazetteers: readonly GazetteerList[];
}

/** Ends the process with a line for each fault where a file is missing or broken. */
export function readProvinceConfig(province: string): ProvinceConfig {
  const faults: string[] = [];
  const read = <T>(file: string, schema: z.ZodType<T>): T => {
    const { whole, faults: found } = readChecked(CONFIG, file, schema);
    faults.push(...found.map(faultLine));
    return whole!;
  };
  const own = [`gazetteer/${province}.json`, `gazetteer/towns/${province}.json`];
  const lists = ['gazetteer/national.json', ...own.filter((list) => existsSync(join(CONFIG, list)))];
  const config = {
    settings: read(`provinces/${province}.json`, ProvinceFile),
    organs: read(`organs/${province}.json`, organsSchema)?.organs,
    routing: read(`routing/${province}.json`, routingSchema),
    gazetteers: lists.map((file) => read(file, gazetteerSchema)),
  };
  if (faults.length === 0) return config;
  console.error(faults.join('\n'));
  process.exit(1);
}
