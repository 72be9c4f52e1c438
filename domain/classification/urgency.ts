import type { Urgency } from './classification.ts';
import type { Circumstance } from './lexicon.ts';

/** 须即告值班室的情形, other than an emergency: signs of a crowd (12369办法 art. 8), or a time that the province watches. */
export type Alert = 'group-incident' | 'watched-time';

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
];

/**
 * What is urgent without being an emergency (see incident.ts). A crowd that gathers or blocks a road goes to the duty desk
 * (环保举报热线工作管理办法 art. 8, as copied). What is looked at sooner besides is our own rule.
 */
const RULES: readonly UrgencyRule[] = [
  { reason: '涉及饮用水源', all: ['drinking-water'], subtypes: WATER },
  { reason: '群体聚集苗头', all: ['crowd'], alert: 'group-incident' },
  { reason: '身体不适', all: ['illness'] },
  { reason: '多人联名', all: ['joint-letter'] },
  { reason: '夜间噪声', all: ['night'], subtypes: NOISE },
  { reason: '影响健康', all: ['health'], subtypes: [...AIR, ...WATER, 'radiation', 'soil'] },
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
