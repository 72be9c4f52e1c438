import type { LadderStep, Ladders } from './ladder.ts';

type Named = Readonly<Record<string, readonly LadderStep[] | undefined>>;

/** What a province has otherwise than the whole country. */
export interface LocalLadders {
  readonly clocks?: Named | undefined;
  readonly stricter?: Named | undefined;
  readonly repeated?: Ladders['repeated'];
  readonly acknowledgedHours?: number | undefined;
  readonly others?: { readonly [unit in keyof Ladders['others']]?: readonly LadderStep[] | undefined } | undefined;
}

/** The ladders of the whole country, with those of a province in place of those of the same name. */
export const localLadders = (national: Ladders, own: LocalLadders): Ladders => ({
  clocks: instead(national.clocks, own.clocks),
  stricter: instead(national.stricter ?? {}, own.stricter),
  repeated: own.repeated ?? national.repeated,
  acknowledgedHours: own.acknowledgedHours ?? national.acknowledgedHours,
  others: { days: own.others?.days ?? national.others.days, hours: own.others?.hours ?? national.others.hours },
});

const instead = (all: Readonly<Record<string, readonly LadderStep[]>>, own: Named = {}) => ({
  ...all,
  ...(own as typeof all),
});
