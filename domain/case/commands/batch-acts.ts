import type { Roster } from '../../organs.ts';
import { powerOf, type StaffAct } from '../act.ts';
import { accept } from '../acts/accept.ts';
import { assign } from '../acts/assign.ts';
import { distribute } from '../acts/distribute.ts';
import { handOver } from '../acts/hand-over.ts';
import { sendWay } from '../acts/send-way.ts';
import type { Case } from '../case.ts';
import type { Staff } from '../people/actor.ts';
import { standingOf } from '../rights/authority.ts';

/** What may be done to many cases at once: what asks for no look at the single one. */
export const BATCH_ACTS = { accept, assign, distribute, 'hand-over': handOver, 'send-way': sendWay } as const;

type BatchType = keyof typeof BATCH_ACTS;

export const BATCH_TYPES = Object.keys(BATCH_ACTS) as readonly BatchType[];

/** Those of them that somebody may give for at least one of these cases, as their states are. */
export const batchTypesFor = (cases: readonly Case[], staff: Staff, roster: Roster): readonly BatchType[] =>
  BATCH_TYPES.filter((type) => cases.some((state) => mayGive(BATCH_ACTS[type], state, staff, roster)));

type Conditions = Pick<StaffAct<{ type: string }, { type: string }>, 'by' | 'power' | 'from'>;

const mayGive = (act: Conditions, state: Case, staff: Staff, roster: Roster): boolean =>
  act.from.includes(state.status) &&
  standingOf({ by: act.by(state), power: powerOf(act, state) }, state, staff, roster) === 'may';
