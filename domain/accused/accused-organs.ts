import { accusationsIn } from './accusations.ts';
import { type Accused, together } from './accused.ts';
import { organOf, type Surroundings } from './resolve.ts';

/** Who a text accuses: organs of the roster, each once with the reasons, and whether there is one that is on no roster. */
export interface Judgement {
  readonly accused: readonly Accused[];
  readonly isUnnamed: boolean;
}

/** `target`: 被投诉对象, as the sender named it. To name an organ there is to accuse it. */
export function accusedOrgansIn(text: string, target: string | undefined, around: Surroundings): Judgement {
  const whole = target === undefined || target === '' ? text : `举报${target}。${text}`;
  const found = accusationsIn(whole).map((one) => ({ ...one, organ: organOf(whole, one.authority, around) }));
  const accused = found.flatMap(({ organ, fault }) =>
    organ ? [{ organ: organ.id, why: [`${organ.name}：${fault}`] }] : [],
  );
  return { accused: together(accused), isUnnamed: found.length > accused.length };
}
