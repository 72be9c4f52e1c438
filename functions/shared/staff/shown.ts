import type { Shown } from '../../../usecases/staff/visible-case.ts';
import { type Occurrence, Refusal } from '../http/problem.ts';
import type { ProblemName } from '../http/problems.ts';

type Obstacle = Exclude<Shown<never, 'not-kept' | 'no-such-page' | 'no-such-organ'>['kind'], 'shown'>;

const REFUSALS: Readonly<Record<Obstacle, readonly [ProblemName, Occurrence?]>> = {
  unknown: ['unknown-case'],
  'not-yours': ['not-yours'],
  'not-your-role': ['not-your-role'],
  'not-kept': ['no-such-attachment'],
  'no-such-organ': [
    'invalid-request',
    { errors: [{ pointer: '/organ', detail: '没有这个单位；单位代码见GET /v1/organs' }] },
  ],
  'no-such-page': ['invalid-request', { errors: [{ pointer: '/cursor', detail: '不是上一页给出的cursor' }] }],
};

/** What a member of staff asked to see; throws the refusal that says why they may not. */
export function shown<T>(result: Shown<T, Obstacle>): T {
  if (result.kind === 'shown') return result.value;
  throw new Refusal(...REFUSALS[result.kind]);
}
