import { CHECK_NAMES } from '../../domain/case/answer/four-checks.ts';
import { GRIEVANCE_MARKS } from '../../domain/case/answer/grievances.ts';
import { COUNTED_MEASURES, FINED, nameOfMeasure } from '../../domain/procedure/findings.ts';

const splitLine = (line: string): readonly [string, string] => {
  const [, first = '', rest = ''] = /^(\S+?)[\s:：、.．]+(.*)$/.exec(line) ?? [undefined, line];
  return [first, rest.trim()];
};

/** "责令整改 2", "罚款 50000.00". What is none of these is left to the schema to refuse. */
export function measureIn(written: string): object {
  const line = written.normalize('NFKC');
  const [, name = '', rest = ''] = /^(\D*?)[\s:：]*(?:(\d[\d.]*)\D*)?$/.exec(line) ?? [];
  if (name === FINED) return { kind: 'fined', fen: fenOf(rest) };
  return { kind: COUNTED_MEASURES.find((kind) => nameOfMeasure(kind) === name), count: Number(rest || '1') };
}

/** Yuan with at most two decimals, in fen; not a number for anything else. */
const fenOf = (yuan: string): number =>
  /^\d{1,13}(\.\d{1,2})?$/.test(yuan) ? Math.round(Number(yuan) * 100) : Number.NaN;

/** "2 不属实", "1 已责令停工". */
export function grievanceIn(line: string): object {
  const [number, words] = splitLine(line);
  const mark = Object.entries(GRIEVANCE_MARKS).find(([, text]) => text === words.replace(/。$/, ''))?.[0];
  return { part: Number(number), ...(mark === undefined ? { answer: words } : { mark }) };
}

/** Nothing where none of the four was filled in. */
export function fourIn(name: string, typed: (input: string) => string | undefined): object | undefined {
  const said = CHECK_NAMES.map((check) => {
    const [met, words] = [typed(`${name}-${check}-met`), typed(`${name}-${check}-words`)];
    return [
      check,
      met === undefined ? undefined : met === 'yes' ? { met: true, evidence: words } : { met: false, reason: words },
    ];
  });
  return said.every(([, one]) => one === undefined) ? undefined : Object.fromEntries(said);
}
