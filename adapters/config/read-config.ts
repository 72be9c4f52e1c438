import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CalendarFile } from '../../config/schemas/calendar.ts';
import { ClocksFile } from '../../config/schemas/clocks.ts';
import { organsSchema } from '../../config/schemas/organs.ts';
import { ProvinceFile, type ProvinceSettings } from '../../config/schemas/province.ts';
import type { Instant } from '../../domain/calendar/day.ts';
import type { WorkCalendar } from '../../domain/calendar/working-days.ts';
import type { Context } from '../../domain/case/decide.ts';
import { deadlineOf } from '../../domain/clocks/deadline.ts';
import { type Policies, policyNamed } from '../../domain/clocks/policies.ts';
import type { Organs } from '../../domain/organ.ts';

/** The rules that travel beside a bundle, in its folder `config/`. `folder` is where the bundle lies. Throws when a file is not there. */
export function readJson(folder: string, name: string): unknown {
  return JSON.parse(readFileSync(join(folder, 'config', `${name}.json`), 'utf8'));
}

export function readProvince(folder: string): ProvinceSettings {
  return ProvinceFile.parse(readJson(folder, 'province'));
}

function readPolicies(folder: string): Policies {
  const { versions } = ClocksFile.parse(readJson(folder, 'clocks'));
  return new Map(versions.map((policy) => [policy.version, policy]));
}

function readCalendar(folder: string): WorkCalendar {
  return CalendarFile.parse(readJson(folder, 'calendar'));
}

export function readOrgans(folder: string): Organs {
  const { organs } = organsSchema.parse(readJson(folder, 'organs'));
  return new Map(organs.map((organ) => [organ.id, organ]));
}

/** The rules by which cases are decided. */
export function readCaseContext(folder: string): Omit<Context, 'now' | 'actor'> {
  const { policyVersion: currentPolicy, catchAllOrgan } = readProvince(folder);
  const [policies, calendar, organs] = [readPolicies(folder), readCalendar(folder), readOrgans(folder)];
  return { policies, currentPolicy, calendar, organs, catchAllOrgan };
}

/** By when the sender of a complaint must have been told whether it is taken up. */
export function readAnswerBy(folder: string): (receivedAt: Instant) => Instant {
  const { clocks } = policyNamed(readProvince(folder).policyVersion, readPolicies(folder));
  const calendar = readCalendar(folder);
  return (receivedAt) => deadlineOf(clocks.tell.period, receivedAt, calendar).dueAt;
}
