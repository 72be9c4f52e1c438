import type { ClockRule, Period } from './clock-rule.ts';

/** 地方规定: what a province has otherwise than the clocks of the whole country. */
export interface LocalPolicy {
  /** Periods that it makes shorter, each with where that stands. */
  readonly shorter: Readonly<Record<string, { readonly period: Period; readonly citation: ClockRule['citation'] }>>;
  /** Clocks that are off until a province has verified them, and that it has. */
  readonly on: readonly string[];
}

export const NOTHING_LOCAL: LocalPolicy = { shorter: {}, on: [] };

/** The clocks of one version as that province runs them. */
export function localised(
  clocks: Readonly<Record<string, ClockRule>>,
  { shorter, on }: LocalPolicy,
): Readonly<Record<string, ClockRule>> {
  const running = Object.entries(clocks).filter(([name, rule]) => !rule.needsVerification || on.includes(name));
  return Object.fromEntries(
    running.map(([name, rule]) => [name, Object.hasOwn(shorter, name) ? { ...rule, ...shorter[name] } : rule]),
  );
}

/**
 * Why a province may not have that period for a clock; undefined where it may. It may shorten what is owed to others, and
 * never a right, which would lapse the sooner.
 */
export function obstacleToLocal(local: Period, { owedTo, period }: ClockRule): string | undefined {
  if (owedTo === 'nobody') return 'it is a right, which no province may shorten';
  if (!period) return 'it has no period of its own: whoever assigns a case sets one';
  if (local.unit !== period.unit) return `its period is in ${period.unit}, so that ${local.unit} may be longer`;
  return length(local) > length(period) ? `a province may shorten ${count(period)}, never lengthen it` : undefined;
}

/** Sorts periods of one unit. */
const length = (period: Period): number => period.count + (period.unit === 'hours' ? 0 : dayPart(period.by) - 1);

const dayPart = (by = '24:00'): number => Number(by.slice(0, 2)) / 24 + Number(by.slice(3)) / 1440;

const count = (period: Period): string =>
  `${period.count} ${period.unit}${'by' in period && period.by ? ` by ${period.by}` : ''}`;
