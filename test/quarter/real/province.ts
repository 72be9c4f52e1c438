import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import organsFile from '../../../config/organs/demo.json' with { type: 'json' };
import type { Instant } from '../../../domain/calendar/day.ts';
import type { Rng } from '../chance.ts';
import { KEY_PERIOD } from '../key-period.ts';

const COUNTIES = 15;

/** Fifteen bureaus of counties, with sixty people. */
export const BUREAUS = organsFile.organs
  .filter(({ level, department }) => level === 'county' && department === 'ecology')
  .slice(0, COUNTIES);

/** Writes the key period into what a synthesised stack knows of its province. */
export function withKeyPeriod(assembly: string): void {
  for (const name of readdirSync(assembly, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith(join('config', 'routing.json'))) continue;
    const path = join(assembly, name);
    const routing = JSON.parse(readFileSync(path, 'utf8'));
    writeFileSync(path, JSON.stringify({ ...routing, occasions: [KEY_PERIOD] }));
  }
}

/** 离岗 of one person, both ends included. */
export interface Leave {
  readonly organ: string;
  readonly at: Instant;
  readonly person: {
    readonly role: string;
    readonly name: string;
    readonly from: Instant;
    readonly to: Instant;
    readonly standIn?: string;
  };
}

const DAY_MS = 86_400_000;

/** Two of three handlers, and some leaders, are away for some days once; where there is a deputy, they stand in. */
export function leaves(from: Instant, days: number, chance: Rng): readonly Leave[] {
  return BUREAUS.flatMap(({ id: organ, contacts }) => {
    if (chance() < 1 / 3) return [];
    const role = chance() < 0.8 ? 'handler' : 'leader';
    const { name } = contacts.find((one) => one.role === role)!;
    const standIn = role === 'handler' ? contacts.find((one) => one.role === 'deputy')?.name : undefined;
    const starts = Date.parse(from) + Math.floor(chance() * (days - 12)) * DAY_MS;
    const ends = starts + (2 + Math.floor(chance() * 9)) * DAY_MS;
    const person = { role, name, from: instant(starts), to: instant(ends), ...(standIn && { standIn }) };
    return { organ, at: instant(starts - DAY_MS), person };
  });
}

const instant = (milliseconds: number): Instant => new Date(milliseconds).toISOString();
