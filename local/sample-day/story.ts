import type { Act } from './story/act.ts';
import { EMERGENCIES } from './story/emergencies.ts';
import { INSPECTION } from './story/inspection.ts';
import { ORDINARY } from './story/ordinary.ts';
import { SPECIAL } from './story/special.ts';

/** All that staff do. What is not here nobody touches: it climbs the ladder to the province. */
export const STORY: readonly Act[] = [...EMERGENCIES, ...INSPECTION, ...SPECIAL, ...ORDINARY];
