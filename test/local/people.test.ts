import { expect, it } from 'vitest';
import { peopleOf } from '../../local/login/people.ts';

it('at every organ of the demonstration somebody may sign and decide on an objection', () => {
  const people = peopleOf('demo');
  const organs = [...new Set(people.map(({ organName }) => organName))];
  const deciding = people.filter(({ role }) => role === 'head' || role === 'reviewer');
  const without = organs.filter((name) => !deciding.some(({ organName }) => organName === name));
  expect([organs.length > 50, without]).toEqual([true, []]);
});
