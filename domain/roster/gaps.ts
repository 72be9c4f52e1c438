import type { Instant } from '../calendar/day.ts';
import type { LadderStep, Ladders, Tell } from '../clocks/ladder.ts';
import { addressesOf } from '../notices/addresses.ts';
import type { ContactRole, Organ, Organs } from '../organs.ts';
import { roleAt } from '../organs.ts';

/** 空缺: whom a step of a ladder would tell at an organ, and nobody of it is there to be told. */
export interface RosterGap {
  readonly organ: string;
  readonly role: ContactRole;
  readonly transport: 'email' | 'sms';
  /** Whether the duty desk of the level above would hear of it at least. */
  readonly isHeardAbove: boolean;
}

/** A role and a way by which some step tells it, at its own organ or at one above. */
interface Wanted {
  readonly level: LadderStep['level'];
  readonly role: ContactRole;
  readonly transport: 'email' | 'sms';
}

/**
 * Where a step of any ladder reaches nobody of the organ that it goes to, as the roster is at that moment: neither who is
 * meant nor whoever stands in. Every organ may lead a case, so every organ is tried.
 */
export function gapsIn(organs: Organs, ladders: Ladders, at: Instant): readonly RosterGap[] {
  const wanted = wantedBy(ladders);
  const found = new Map<string, RosterGap>();
  for (const { id } of organs.values())
    for (const { level, role, transport } of wanted) {
      const organ = atLevel(id, level, organs);
      const gap = organ && gapAt(organ, roleAt(organ, role), transport, organs, at);
      if (gap) found.set(`${gap.organ} ${gap.role} ${gap.transport}`, gap);
    }
  return [...found.values()];
}

function wantedBy({ clocks, stricter = {}, others }: Ladders): readonly Wanted[] {
  const steps = [...Object.values(clocks), ...Object.values(stricter), others.days, others.hours].flat();
  const all = steps.flatMap(({ level, tell, repeat }) => [
    ...told(level, tell),
    ...(repeat ? told(level, repeat.tell) : []),
  ]);
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];
}

const told = (level: Wanted['level'], tell: Tell): Wanted[] =>
  Object.entries(tell).flatMap(([role, ways]) =>
    (ways ?? []).map((transport) => ({ level, role: role as ContactRole, transport })),
  );

/** Undefined where the line is shorter: then there is nobody to be told, and that is no gap. */
function atLevel(id: string, level: number, organs: Organs): Organ | undefined {
  const organ = organs.get(id);
  if (level === 0 || !organ) return organ;
  return organ.superior === undefined ? undefined : atLevel(organ.superior, level - 1, organs);
}

function gapAt(
  organ: Organ,
  role: ContactRole,
  transport: RosterGap['transport'],
  organs: Organs,
  at: Instant,
): RosterGap | undefined {
  const addresses = addressesOf(organ, role, transport, at, { organs });
  if (addresses.some((address) => 'organ' in address && address.organ === organ.id)) return undefined;
  return { organ: organ.id, role, transport, isHeardAbove: addresses.length > 0 };
}
