import { isAbove, type Organ, type Organs, type Roster } from '../organs.ts';

/** 主办、协办单位, by their ids. */
interface Holders {
  readonly lead: string;
  readonly assisting: readonly string[];
}

/**
 * 回避: the roster without whoever is accused and without all below them, so that nobody of them is found, told or asked
 * (provision `report-on-a-bureau`). The desk that takes what nobody else can stays, though it stands below the top of
 * its line; where it is accused itself, the nearest above it stands in. Cut again, it is cut from the whole.
 */
export function withoutAccused<Rules extends Roster>(rules: Rules, accused: readonly string[] = []): Rules {
  const whole: Roster = rules.whole ?? rules;
  const { organs, catchAllOrgan } = whole;
  if (accused.length === 0) return { ...rules, organs, catchAllOrgan };
  const left = new Map([...organs].filter(([id]) => !isRecused(id, accused, whole)).map(([id, one]) => [id, one]));
  const fair: Organs = new Map([...left].map(([id, organ]) => [id, toppedOff(organ, left)]));
  return {
    ...rules,
    organs: fair,
    catchAllOrgan: nearestIn(fair, catchAllOrgan, whole.organs) ?? catchAllOrgan,
    whole,
  };
}

/** The same organ; at the top of its line if the one above it is gone. */
function toppedOff(organ: Organ, left: Organs): Organ {
  return organ.superior === undefined || left.has(organ.superior) ? organ : { ...organ, superior: undefined };
}

function isRecused(id: string, accused: readonly string[], { organs, catchAllOrgan }: Roster): boolean {
  const isBelow = accused.some((one) => isAbove(one, id, organs));
  return id === catchAllOrgan
    ? accused.includes(id) && !isBelow && organs.get(id)?.superior !== undefined
    : isBelow || accused.includes(id);
}

/** The organ itself, or the nearest above it, that is among those left. */
function nearestIn(left: Organs, id: string, organs: Organs): string | undefined {
  const superior = organs.get(id)?.superior;
  return left.has(id) || superior === undefined ? [id].find((one) => left.has(one)) : nearestIn(left, superior, organs);
}

/** Whether the case of a roster cut for it is closed to that organ. What is on no roster at all is no such organ. */
export function isShutOut(organ: string, { organs, whole }: Roster): boolean {
  return whole?.organs.has(organ) === true && !organs.has(organ);
}

/** Who looks into what is said of an organ: the nearest above it that nobody accuses, else the desk. */
export function judgeOf(accused: string, fair: Roster): string {
  const { organs } = fair.whole ?? fair;
  const superior = organs.get(accused)?.superior;
  return (superior === undefined ? undefined : nearestIn(fair.organs, superior, organs)) ?? fair.catchAllOrgan;
}

/** Those who may hold a case in which these are accused: whoever may keeps it; else it goes above the accused. */
export function heldFairly({ lead, assisting }: Holders, accused: readonly string[], roster: Roster): Holders {
  const fair = withoutAccused(roster, accused);
  const judges = accused.map((one) => judgeOf(one, fair));
  const kept = [lead].filter((id) => fair.organs.has(id));
  const [first = fair.catchAllOrgan, ...others] = new Set([...kept, ...judges, ...assisting]);
  return { lead: first, assisting: others.filter((id) => fair.organs.has(id)) };
}

/** The same for a new complaint: only who stands above the first of the accused leads it, and the others assist. */
export function ledFromAbove({ lead, assisting }: Holders, accused: readonly string[], roster: Roster): Holders {
  const [first] = accused;
  if (first === undefined) return { lead, assisting };
  const judge = judgeOf(first, withoutAccused(roster, accused));
  const leads = isAbove(lead, first, roster.organs) ? lead : judge;
  return heldFairly(
    { lead: leads, assisting: lead === roster.catchAllOrgan ? assisting : [lead, ...assisting] },
    accused,
    roster,
  );
}
