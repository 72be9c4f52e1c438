import { addHours, type Instant } from './calendar/day.ts';
import type { RosterContact, Shift } from './organs.ts';

/**
 * 值班: whom the duty desk is reached by at that moment: those whose shift it is, then those who have no shifts, such as
 * the desk's own telephone. Where there is neither, everybody who has shifts: a hole in the plan silences nobody.
 */
export function onDutyAt(contacts: readonly RosterContact[], at: Instant): readonly RosterContact[] {
  const desk = contacts.filter(({ role }) => role === 'duty');
  const there = [
    ...desk.filter(({ onDuty = [] }) => onDuty.some((shift) => isWithin(shift, at))),
    ...desk.filter(({ onDuty }) => onDuty === undefined),
  ];
  return there.length > 0 ? there : desk;
}

/** So far ahead a plan is looked through: who made it can still mend it. */
const AHEAD_HOURS = 7 * 24;

/**
 * From when on nobody is on duty by a plan of shifts, within a week; undefined where somebody always is, or there is no
 * plan any more. `until`: when the next shift begins, where there is one.
 */
export function holeInPlan(
  contacts: readonly RosterContact[],
  now: Instant,
): { readonly from: Instant; readonly until?: Instant | undefined } | undefined {
  const desk = contacts.filter(({ role }) => role === 'duty');
  const ahead = desk.flatMap(({ onDuty = [] }) => onDuty).filter(({ to }) => to > now);
  if (ahead.length === 0 || desk.some(({ onDuty }) => onDuty === undefined)) return undefined;
  const from = coveredUntil(ahead, now);
  if (from >= addHours(now, AHEAD_HOURS)) return undefined;
  return {
    from,
    until: ahead
      .map((shift) => shift.from)
      .filter((at) => at > from)
      .toSorted()[0],
  };
}

/** That moment, or the end of the last of the shifts that follow one another from it on. */
function coveredUntil(shifts: readonly Shift[], at: Instant): Instant {
  const shift = shifts.find((one) => isWithin(one, at));
  return shift === undefined ? at : coveredUntil(shifts, shift.to);
}

const isWithin = ({ from, to }: Shift, at: Instant): boolean => from <= at && at < to;
