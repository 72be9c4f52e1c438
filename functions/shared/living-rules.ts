import type { Roster } from '../../domain/organs.ts';
import { living, type PeopleSource } from '../../usecases/roster/living-roster.ts';
import { count } from './count.ts';
import { logError } from './log.ts';

/** The rules with the people who are there today, and a handler that looks for changes of them before each of its runs. */
export function livingRules<Rules extends Roster>(seed: Rules, people: PeopleSource) {
  const { rules, refresh } = living(seed, people, (error) => {
    logError('people-unavailable', error);
    count('PeopleUnavailable');
  });
  const upToDate =
    <Arguments extends readonly unknown[], Result>(handler: (...given: Arguments) => Promise<Result>) =>
    async (...given: Arguments): Promise<Result> => {
      await refresh(Date.now());
      return handler(...given);
    };
  return { rules, upToDate };
}
