import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Period } from '../../domain/clocks/clock-rule.ts';
import { owedAfter, versionOn } from '../../domain/clocks/policy.ts';
import { divisionsOf, type GazetteerList } from '../../domain/place/gazetteer.ts';
import { readPolicy, readProvince, readRules } from './read-config.ts';

/** What the complaint form must know of its province: its cities with their counties, and what the law promises. */
export function readFormSettings(folder: string): FormSettings {
  const { division, name, policyVersion } = readProvince(folder);
  const lists = ['gazetteer', 'gazetteer-patch'].filter((file) => existsSync(join(folder, 'config', `${file}.json`)));
  const divisions = divisionsOf(lists.map((file) => readRules<GazetteerList>(folder, file)));
  // Beyond every day: what is promised is what the version to come holds.
  const policy = readPolicy(folder, versionOn('9999-12-31', policyVersion));
  const periodAfter = (event: string) => owedAfter(event, policy)!.period;
  return {
    places: placesOf(divisions, division, name),
    promises: { tell: periodAfter('registered'), handle: periodAfter('accepted') },
  };
}

interface FormSettings {
  readonly places: readonly {
    readonly label: string;
    readonly options: readonly { readonly value: string; readonly label: string }[];
  }[];
  readonly promises: { readonly tell: Period; readonly handle: Period };
}

/**
 * Each city with itself and its counties. Where there is no city above a county (省直辖县, the districts of 北京), the
 * province stands above it.
 */
function placesOf(names: ReadonlyMap<string, string>, province: string, provinceName: string): FormSettings['places'] {
  const groups = new Map<string, { value: string; label: string }[]>();
  const own = [...names].filter(([code]) => code.length === 6 && code.slice(0, 2) === province.slice(0, 2));
  for (const [code, name] of own.toSorted(([one], [other]) => one.localeCompare(other))) {
    if (code === province) continue;
    const city = names.get(`${code.slice(0, 4)}00`);
    const label = city ?? `${provinceName}直辖`;
    const option = { value: code, label: code.endsWith('00') ? `${name}（不清楚在哪个县区）` : name };
    groups.set(label, [...(groups.get(label) ?? []), option]);
  }
  return [...groups].map(([label, options]) => ({ label, options }));
}
