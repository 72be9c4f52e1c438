/** Thrown where no stack answers. */
export class NotReached extends Error {
  override readonly name = 'NotReached';
}

/** Thrown where a command was given what it cannot use: a file, or another province. Nothing was changed. */
export class CannotUse extends Error {
  override readonly name = 'CannotUse';
}

/** Does the work of a command; one that cannot go on says why, and ends with its code. */
export async function carriedOut(work: () => void | Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const ending = endingOf(error);
    if (!ending) throw error;
    console.error(ending.says);
    process.exitCode = ending.exitCode;
  }
}

interface Ending {
  readonly says: string;
  /** As docs/ops.md has them. */
  readonly exitCode: 1 | 2 | 3;
}

/**
 * How a command ends that could not go on: with what an operator can put right, be it a file, a right of theirs or the
 * way to the stack. Undefined for a fault of our own, whose place is worth more than its words.
 */
export function endingOf(error: unknown): Ending | undefined {
  if (error instanceof NotReached) return { says: error.message, exitCode: 3 };
  if (error instanceof CannotUse) return { says: error.message, exitCode: 2 };
  if (!(error instanceof Error)) return undefined;
  if (error.name === 'FunctionFailed' || error.name === 'LambdaRefused') return { says: error.message, exitCode: 1 };
  if ('syscall' in error && 'path' in error) return { says: `cannot use ${error.path}: ${codeOf(error)}`, exitCode: 1 };
  if (isUnreachable(error)) return { says: `AWS cannot be reached: ${error.message}`, exitCode: 3 };
  if ('$metadata' in error) return { says: `AWS answers: ${error.name}: ${error.message}`, exitCode: 1 };
  return undefined;
}

/** Nobody lets us in without a key, and no way leads to where nobody listens: AWS was not asked. */
const isUnreachable = (error: Error): boolean =>
  /ProviderError$/.test(error.name) || error.name === 'TimeoutError' || ('syscall' in error && 'code' in error);

const codeOf = (error: object): string => ('code' in error ? String(error.code) : 'unknown');
