import type { Outcome } from '../../../usecases/cases/command-case.ts';
import { type Answer, json } from '../http/http.ts';
import { Refusal } from '../http/problem.ts';

/** What whoever gave a command is told of it; throws the refusal that says why nothing was done. */
export function answerTo(outcome: Outcome): Answer {
  switch (outcome.kind) {
    case 'done':
    case 'unchanged':
      return json(200, { version: outcome.state.version, status: outcome.state.status });
    case 'unknown':
      throw new Refusal('unknown-case');
    case 'stale':
      throw new Refusal('stale-version', { detail: `事项现为第${outcome.version}版` });
    case 'refused':
      throw new Refusal(outcome.reason, { detail: outcome.detail });
  }
}
