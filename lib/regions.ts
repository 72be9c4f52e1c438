import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ProvinceSettings } from '../config/schemas/province.ts';
import { lackedIn, regionsSchema, type Service } from '../config/schemas/regions.ts';

const FILE = join(import.meta.dirname, '..', 'config', 'regions.json');
const regions = regionsSchema.parse(JSON.parse(readFileSync(FILE, 'utf8')));

/** Whether the province's region has that service; one that is not listed has none. */
export const has = ({ region }: Pick<ProvinceSettings, 'region'>, service: Service): boolean =>
  lackedIn(region, regions)?.has(service) === false;
