import * as z from 'zod';
import { QueueRefused } from '../../usecases/notices/queue-refused.ts';
import { pointerTo } from './field-errors.ts';

/**
 * Thrown for a message that no further attempt can help. `reason` names the kind of fault and holds nothing personal.
 */
export class PoisonMessage extends Error {
  override readonly name = 'PoisonMessage';
  readonly reason: string;

  constructor(reason: string) {
    super(reason);
    this.reason = reason;
  }
}

/** Whether trying again is useless: poison, what does not fit its schema, and what is no JSON. */
export function isPermanent(error: unknown): boolean {
  return error instanceof PoisonMessage || error instanceof z.ZodError || error instanceof SyntaxError;
}

/** Whether a service that we call failed, or the way to it, and not our own code. The AWS SDK marks its errors. */
export function isOutage(error: unknown): boolean {
  return error instanceof QueueRefused || (error instanceof Error && '$metadata' in error);
}

/** Kind and place of a fault, such as "ZodError /receipt", never the value. At most 200 characters. */
export function reasonOf(error: unknown): string {
  if (error instanceof PoisonMessage) return error.reason.slice(0, 200);
  if (error instanceof z.ZodError) {
    return ['ZodError', ...error.issues.map(({ path }) => pointerTo(path))].join(' ').slice(0, 200).trimEnd();
  }
  return error instanceof Error ? error.name : 'not an Error';
}
