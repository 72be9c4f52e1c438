import type { Classification } from '../../classification/classification.ts';
import type { FollowUpKind } from '../../complaint.ts';
import { covers, WHOLE_COUNTRY } from '../../place/division.ts';
import type { Place } from '../../place/place.ts';

/**
 * How what came in later departs from the matter of its case: it tells of another place (`place`), of another kind of
 * matter alone (`matter`), of another kind beside that of the case (`matter-too`), or of an emergency, which the case is
 * not (`emergency`).
 */
export const DEPARTURES = ['place', 'matter', 'matter-too', 'emergency'] as const;
export type Departure = (typeof DEPARTURES)[number];

/** What a message says, or what a case is about, as far as anybody can tell. */
export interface Said {
  readonly classification: Pick<Classification, 'types' | 'matter' | 'otherMatters' | 'parts' | 'urgency'>;
  readonly place?: Place | undefined;
}

/** Nothing departs where the case or the message leaves it open: more detail is no other matter. */
export function departuresOf(said: Said, known: Said): readonly Departure[] {
  const others = problemsIn(said).map((problem) => isOther(problem, known));
  const matter = others.every(Boolean) ? 'matter' : 'matter-too';
  return [
    ...(isElsewhere(said, known) ? ['place' as const] : []),
    ...(others.some(Boolean) ? ([matter] as const) : []),
    ...(isEmergency(said) && !isEmergency(known) ? ['emergency' as const] : []),
  ];
}

/** Another kind of matter at another place is certainly another matter. Who urges or sends back speaks of the case. */
export function isAnotherMatter(as: FollowUpKind, departs: readonly Departure[] = []): boolean {
  return as === 'supplement' && departs.includes('place') && departs.includes('matter');
}

const isEmergency = ({ classification }: Said): boolean => classification.urgency === 'emergency';

interface Problem {
  readonly types: readonly string[];
  readonly matter: string;
}

/** Only a type of pollution tells a kind of matter from another: who asks after the result names none. */
function problemsIn({ classification }: Said): readonly Problem[] {
  const { types, matter, parts = [] } = classification;
  return [{ types, matter }, ...parts].filter((problem) => problem.types.some((type) => type !== '其他'));
}

function isOther({ types, matter }: Problem, { classification: known }: Said): boolean {
  const own = [known.matter, ...(known.otherMatters ?? []), ...(known.parts ?? []).map((part) => part.matter)];
  const ofKnownType = types.some((type) => known.types.some((one) => one === type));
  return known.matter !== 'unknown' && !own.includes(matter) && !ofKnownType;
}

/** Neither place lies in the other, nor is it what the case may mean, nor what lies across its border. */
function isElsewhere({ place: there }: Said, { place: here }: Said): boolean {
  if (!here || !there || [here, there].some(({ division }) => division === WHOLE_COUNTRY)) return false;
  const meant = [here, ...(here.candidates ?? []), ...(here.neighbours ?? [])].map(({ division }) => division);
  return !meant.some((division) => covers(division, there.division) || covers(there.division, division));
}
