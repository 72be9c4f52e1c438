import { STAFF_ACTS, type StaffCommand, staffActOf } from '../acts.ts';
import type { Case } from '../case.ts';
import type { Context } from '../context.ts';
import { obstacleTo } from './obstacle.ts';

/** An act that somebody may give now, if nothing stands in the way. */
export interface AvailableAct {
  readonly type: StaffCommand['type'];
  /** 办理动作, as people read it. */
  readonly name: string;
  /** What the command must say, by the names of its fields. */
  readonly needs: readonly string[];
  /** 不能办理的原因, where there is one. */
  readonly obstacle?: string | undefined;
}

/**
 * The acts that this actor may give now, in the order in which a case lives; one that something stands in the way of
 * names it. Acts that belong to others or to another state are not among them. The same function decides as when the
 * command is given.
 */
export function availableActs(state: Case, context: Context): readonly AvailableAct[] {
  return TYPES.flatMap((type) => {
    const act = staffActOf(type);
    const { name, from, command, needs } = act;
    const refused = obstacleTo(act, state, context);
    const isOthers =
      (refused !== undefined && refused.reason !== 'not-allowed') || !from.some((status) => status === state.status);
    return isOthers
      ? []
      : [{ type, name, needs: [...needsOf(command), ...(needs?.(state, context) ?? [])], obstacle: refused?.detail }];
  });
}

const TYPES = Object.keys(STAFF_ACTS) as readonly StaffCommand['type'][];

/** The fields without which a command is refused. */
function needsOf({ schema: { shape } }: ReturnType<typeof staffActOf>['command']): readonly string[] {
  return Object.entries(shape)
    .filter(([field, schema]) => field !== 'type' && !schema.safeParse(undefined).success)
    .map(([field]) => field);
}
