import { AsyncLocalStorage } from 'node:async_hooks';

interface Trace {
  /** What woke the function: a request, a message, a record of a stream, a run of the schedule. */
  readonly run: string;
  /** What its lines are about: the receipt as soon as one is known, until then the run itself. */
  about: string;
}

const traces = new AsyncLocalStorage<Trace>();

/** Does `work` as that run: every line that it logs carries its trace id. A run within a run has its own. */
export const traced = <Result>(run: string, work: () => Result): Result => traces.run({ run, about: run }, work);

/** Does a part of a run of which other parts are about other complaints, as the rows of a list are. */
export const tracedApart = <Result>(work: () => Result): Result => {
  const outer = traces.getStore();
  return outer ? traces.run({ ...outer }, work) : work();
};

/**
 * From here on the run is about that complaint: the receipt of the first complaint of a case is the trace id of all
 * that becomes of it (docs/adr/0156). Outside of a run it does nothing.
 */
export function follow(receipt: string): void {
  const trace = traces.getStore();
  if (trace) trace.about = receipt;
}

/** The case that a notice is about: its id begins with it. */
export const caseOfNotice = (noticeId: string): string => noticeId.split('#', 1)[0]!;

/** The receipt that the run is about, else the run itself; undefined outside of a run. */
export const traceId = (): string | undefined => traces.getStore()?.about;

/** What every line carries: the trace id, and the run where that is another. */
export function traceOfLine(): { readonly traceId?: string; readonly run?: string } {
  const trace = traces.getStore();
  if (!trace) return {};
  return { traceId: trace.about, ...(trace.run !== trace.about && { run: trace.run }) };
}
