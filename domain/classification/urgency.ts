import type { Alert, Urgency } from './classification.ts';
import type { Circumstance } from './role.ts';

interface UrgencyRule {
  /** For people. */
  readonly reason: string;
  /** Circumstances that must all be told within two sentences. */
  readonly all: readonly Circumstance[];
  /** Of which subtypes one must be found; any, if none is named. */
  readonly subtypes?: readonly string[];
  readonly alert?: Alert;
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
 * What is urgent without being an emergency (see incident.ts). A crowd that gathers or blocks a road goes to the duty
 * desk, as the rule of the 12369 hotline has it. What is looked at sooner besides is our own rule.
 */
const RULES: readonly UrgencyRule[] = [
  { reason: '涉及饮用水源', all: ['drinking-water'], subtypes: WATER },
  { reason: '群体聚集苗头', all: ['crowd'], alert: 'group-incident' },
  { reason: '身体不适', all: ['illness'] },
  { reason: '多人联名', all: ['joint-letter'] },
  { reason: '夜间噪声', all: ['night'], subtypes: NOISE },
  { reason: '影响健康', all: ['health'], subtypes: [...AIR, ...WATER, ...OTHERS_OF_HEALTH] },
];

/** How soon an environmental complaint must be looked at, and why. The first rule that fits decides. */
export function urgencyOf(
  circumstances: readonly ReadonlySet<Circumstance>[],
  subtypes: readonly string[],
): { urgency: Urgency; reason?: string; alert?: Alert | undefined } {
  const rule = RULES.find(
    ({ all, subtypes: needed }) =>
      circumstances.some((told) => all.every((circumstance) => told.has(circumstance))) &&
      (!needed || needed.some((subtype) => subtypes.includes(subtype))),
  );
  return rule ? { urgency: 'urgent', reason: rule.reason, alert: rule.alert } : { urgency: 'normal' };
}
