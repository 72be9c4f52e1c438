import type { ChangePeopleDeps, PeopleChange } from '../../usecases/roster/change-people.ts';
import type { PeopleSource } from '../../usecases/roster/living-roster.ts';

/** People that are forgotten when the process ends. For tests. */
export function memoryPeople(): ChangePeopleDeps['people'] & PeopleSource {
  const kept: PeopleChange[] = [];
  const of = (organ: string) => kept.filter((change) => change.organ === organ);
  return {
    version: async () => kept.length,
    all: async () => new Map(kept.map(({ organ, after }) => [organ, after])),
    async read(organ) {
      const last = of(organ).at(-1);
      return last && { version: last.version, contacts: last.after };
    },
    async change(change) {
      const isNext = of(change.organ).length + 1 === change.version;
      if (isNext) kept.push(change);
      return isNext;
    },
    changes: async (organ) => of(organ).toReversed().slice(0, 50),
  };
}
