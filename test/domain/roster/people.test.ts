import { expect, it } from 'vitest';
import { withDigests } from '../../../domain/roster/people.ts';

const EMAIL = 'post@county.example';
const NAMESAKES = [
  { role: 'handler', name: '王伟', sub: 'one', email: EMAIL },
  { role: 'handler', name: '王伟', sub: 'other', email: EMAIL },
  { role: 'leader', name: '王伟', sub: 'other', email: EMAIL },
] as const;
const CHOSEN = { role: 'handler', name: '王伟', digests: { weekly: 'none' } } as const;

it('of two people of one name and post, whoever chooses for themselves is changed in each of their posts', () => {
  const changed = (sub?: string) => withDigests(NAMESAKES, CHOSEN, sub)?.map(({ digests }) => digests !== undefined);
  expect(changed('other')).toEqual([false, true, true]);
  expect(changed()).toEqual([true, false, false]);
  expect(changed('nobody')).toBeUndefined();
});
