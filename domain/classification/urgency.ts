import type { Alert, Classification, Incident, Urgency } from './classification.ts';
import type { Circumstance } from './lexicon.ts';

interface UrgencyRule {
  readonly urgency: Exclude<Urgency, 'normal'>;
  /** For people. */
  readonly reason: string;
  /** Circumstances that must all be told within two sentences. */
  readonly all: readonly Circumstance[];
  /** Of which subtypes one must be found; any, if none is named. */
  readonly subtypes?: readonly string[];
  readonly alert?: Alert;
  /** What an emergency is. */
  readonly incident?: Incident;
}

const WATER = [
  'industrial-wastewater',
  'water',
  'livestock-sewage',
  'black-odorous-water',
  'drinking-water',
  'industrial-waste',
  'hazardous-waste',
];
const AIR = ['odour', 'industrial-odour', 'industrial-gas', 'repair-shop-odour', 'air', 'smoke-dust'];
const OTHERS_OF_HEALTH = ['radiation', 'electromagnetic', 'chemicals', 'soil'];
const NOISE = [
  'noise',
  'industrial-noise',
  'construction-noise',
  'traffic-noise',
  'road-noise',
  'rail-noise',
  'commercial-noise',
  'neighbourhood-noise',
  'facility-noise',
  'vibration',
];

/**
 * 紧急程度. Emergency signs follow the order on reporting emergencies (provision `emergency-times`): accidents, water
 * sources, schools and dwellings, many people. One person unwell beside a school is no emergency; pupils unwell are. A
 * crowd that gathers or blocks a road goes to the duty desk, as the rule of the 12369 hotline has it. What is looked at
 * sooner besides is our own rule.
 */
const RULES: readonly UrgencyRule[] = [
  { urgency: 'emergency', reason: '爆炸、泄漏等事故', incident: 'accident', all: ['accident'] },
  { urgency: 'emergency', reason: '鱼类死亡', incident: 'fish-kill', all: ['fish-kill'], subtypes: WATER },
  {
    urgency: 'emergency',
    reason: '饮用水源受威胁',
    incident: 'drinking-water',
    all: ['drinking-water'],
    subtypes: WATER,
  },
  { urgency: 'emergency', reason: '多人身体不适', incident: 'illness', all: ['many-people', 'illness'] },
  { urgency: 'emergency', reason: '学校师生身体不适', incident: 'illness', all: ['pupils', 'illness'], subtypes: AIR },
  { urgency: 'urgent', reason: '群体聚集苗头', all: ['crowd'], alert: 'group-incident' },
  { urgency: 'urgent', reason: '身体不适', all: ['illness'] },
  { urgency: 'urgent', reason: '多人联名', all: ['joint-letter'] },
  { urgency: 'urgent', reason: '夜间噪声', all: ['night'], subtypes: NOISE },
  { urgency: 'urgent', reason: '影响健康', all: ['health'], subtypes: [...AIR, ...WATER, ...OTHERS_OF_HEALTH] },
];

/**
 * How soon an environmental complaint must be looked at, and why: the first rule that fits decides. An emergency is of
 * every kind that it tells of.
 */
export function urgencyOf(
  circumstances: readonly ReadonlySet<Circumstance>[],
  subtypes: readonly string[],
): { urgency: Urgency; reason?: string; alert?: Alert | undefined; incident?: Classification['incident'] } {
  const fitting = RULES.filter(
    ({ all, subtypes: needed }) =>
      circumstances.some((told) => all.every((circumstance) => told.has(circumstance))) &&
      (!needed || needed.some((subtype) => subtypes.includes(subtype))),
  );
  const [rule] = fitting;
  if (!rule) return { urgency: 'normal' };
  const kinds = new Set(fitting.flatMap(({ incident }) => incident ?? []));
  const { urgency, reason, alert } = rule;
  return { urgency, reason, alert, ...(kinds.size > 0 && { incident: { kinds: [...kinds] } }) };
}
