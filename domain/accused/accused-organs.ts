import { accusationsIn } from './accusations.ts';
import { type Accused, together, type UnknownOffice } from './accused.ts';
import { organOf, type Surroundings } from './resolve.ts';

/** Who a text accuses, each once with the reasons: organs of the roster, and offices that it has not. */
export interface Judgement {
  readonly accused: readonly Accused[];
  readonly unknown: readonly UnknownOffice[];
}

/** `target`: 被投诉对象, as the sender named it. To name an organ there is to accuse it. */
export function accusedOrgansIn(text: string, target: string | undefined, around: Surroundings): Judgement {
  const whole = target === undefined || target === '' ? text : `举报${target}。${text}`;
  const found = accusationsIn(whole).map((one) => ({ ...one, organ: organOf(whole, one.authority, around) }));
  const accused = found.flatMap(({ organ, fault }) =>
    organ ? [{ organ: organ.id, why: [`${organ.name}：${fault}`] }] : [],
  );
  const others = Map.groupBy(
    found.filter(({ organ }) => !organ),
    ({ authority }) => authority.name,
  );
  const unknown = [...others].map(([name, all]) => ({ name, why: [...new Set(all.map(({ fault }) => fault))] }));
  return { accused: together(accused), unknown };
}
