import { UnusableSecret } from '../../usecases/operations/unusable-secret.ts';
import { sourceFrame } from './stack-frame.ts';
import { traceOfLine } from './trace.ts';

type Ids = Readonly<Record<string, string | number | undefined>>;

/** One line of JSON about something that went as it should. Ids and counts only. */
export function logInfo(event: string, ids: Ids = {}): void {
  writeLine({ event, ...ids });
}

/** One line of JSON. It carries ids and the kind of error, never what somebody wrote or who they are. */
export function logError(event: string, error: unknown, ids: Ids = {}): void {
  const { name } = error instanceof Error ? error : new Error('not an Error');
  const secret = error instanceof UnusableSecret ? error.message : undefined;
  writeLine({ level: 'error', event, error: name, secret, ...ids, frames: framesOf(error) });
}

/** What the console of a Lambda function takes for a log line, with the trace id. The only place that writes there. */
export function writeLine(line: object): void {
  // biome-ignore lint/suspicious/noConsole: see above.
  console.log(JSON.stringify({ ...line, ...traceOfLine() }));
}

/** Frames only: a stack begins with the message, messages quote their input, and an input may look like a frame. */
function framesOf(error: unknown): string[] {
  if (!(error instanceof Error) || !error.stack) return [];
  const start = error.stack.indexOf(error.message);
  if (start < 0) return [];
  const lines = error.stack.slice(start + error.message.length).split('\n');
  return lines
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at '))
    .map(sourceFrame);
}
