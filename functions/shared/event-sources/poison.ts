import * as z from 'zod';
import { QueueRefused } from '../../../usecases/notices/relaying/queue-refused.ts';
import { UnusableSecret } from '../../../usecases/operations/unusable-secret.ts';
import { pointerTo } from '../http/field-errors.ts';

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

/**
 * What a message says; poison where it is no JSON or does not fit its schema. What is wrong with a store or a secret
 * that is read afterwards is not the fault of the message.
 */
export function understood<Said>(read: () => Said): Said {
  try {
    return read();
  } catch (error) {
    throw error instanceof z.ZodError || error instanceof SyntaxError ? new PoisonMessage(reasonOf(error)) : error;
  }
}

/** Whether trying again is useless. */
export const isPermanent = (error: unknown): boolean => error instanceof PoisonMessage;

/** Whether a service that we call failed, the way to it, or its key, and not our own code. The AWS SDK marks its errors. */
export function isOutage(error: unknown): boolean {
  return (
    error instanceof QueueRefused || error instanceof UnusableSecret || (error instanceof Error && '$metadata' in error)
  );
}

/** Kind and place of a fault, such as "ZodError /receipt", never the value. At most 200 characters. */
export function reasonOf(error: unknown): string {
  if (error instanceof PoisonMessage) return error.reason.slice(0, 200);
  if (error instanceof z.ZodError) {
    return ['ZodError', ...error.issues.map(({ path }) => pointerTo(path))].join(' ').slice(0, 200).trimEnd();
  }
  return error instanceof Error ? error.name : 'not an Error';
}
