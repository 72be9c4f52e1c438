import type { Roster } from '../../domain/organs.ts';
import type { People } from '../../domain/roster/people.ts';
import { withPeople } from '../../domain/roster/people.ts';

export interface PeopleSource {
  /** Counts the changes of the province: costs next to nothing to ask for. */
  version(): Promise<number>;
  /** Whoever was changed. */
  all(): Promise<People>;
}

export interface Living<Rules extends Roster> {
  /** The rules; `organs` are those of the last time that somebody looked. */
  readonly rules: Rules;
  /** Looks for changes, at most twice a minute. Where that fails, those known stay, and `onFailure` is told. */
  refresh(milliseconds: number): Promise<void>;
}

const EVERY_MS = 30_000;

/** The same rules with the people who are there today: a change counts within a minute, without a deploy. */
export function living<Rules extends Roster>(
  seed: Rules,
  people: PeopleSource,
  onFailure: (error: unknown) => void,
): Living<Rules> {
  let { organs } = seed;
  let known = 0;
  let lookedAt = Number.NEGATIVE_INFINITY;
  return {
    rules: Object.defineProperty({ ...seed }, 'organs', { get: () => organs, enumerable: true }),
    async refresh(milliseconds) {
      if (milliseconds - lookedAt < EVERY_MS) return;
      lookedAt = milliseconds;
      try {
        const version = await people.version();
        if (version === known) return;
        organs = withPeople(seed.organs, await people.all());
        known = version;
      } catch (error) {
        onFailure(error);
      }
    },
  };
}
