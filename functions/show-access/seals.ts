import { ledgerText } from '../../domain/audit/ledger-text.ts';
import { lastSealable } from '../../domain/audit/sealing-time.ts';
import { addDays, type Day } from '../../domain/calendar/day.ts';
import { type CheckSealsDeps, checkSeals } from '../../usecases/audit/check-seals.ts';
import { type DeskDeps, type Show, type Visit, visitPage } from '../shared/desk/desk.ts';
import { dayTyped } from '../shared/desk/read-typed.ts';
import { fileAnswer } from '../shared/http/file-answer.ts';
import { Refusal } from '../shared/http/problem.ts';
import { isDay } from '../shared/is-day.ts';
import { mustAudit } from './asked.ts';
import { sealsPage } from './seals-page.ts';

type SealsDeps = DeskDeps & CheckSealsDeps;

/** So many days are reckoned anew for a page. */
const DAYS = 7;

/** The largest file that a function can answer with, before it is written as base64. */
const MOST_BYTES = 4_000_000;

/** 封存核对: a week of seals, each reckoned anew; and whether a hash that the auditor kept is the one that stands. */
export const showSeals: Show<SealsDeps> = async (visit, deps) => {
  mustAudit(visit);
  const { until: asked, day: typed = '', hash = '' } = visit.event.queryStringParameters ?? {};
  const day = dayTyped(typed.trim());
  const last = lastSealable(visit.now);
  const until = asked !== undefined && isDay(asked) && asked < last ? asked : last;
  const from = addDays(until, 1 - DAYS);
  const [seals, compared] = await Promise.all([checkSeals(from, until, deps), comparedWith(day, hash, deps)]);
  const main = sealsPage({ seals, from, until, last, kept: { day, hash: hash.trim() }, compared });
  return visitPage(200, visit, deps, { title: '封存核对', part: 'seals', main });
};

/** What stands of that day, held against what the auditor kept. */
async function comparedWith(day: Day, hash: string, deps: SealsDeps): Promise<'same' | 'other' | 'none' | undefined> {
  if (day === '' && hash === '') return undefined;
  if (!isDay(day)) return 'none';
  const [one] = await checkSeals(day, day, deps);
  if (one?.hash === undefined) return 'none';
  return one.hash === hash.trim().toLowerCase() ? 'same' : 'other';
}

/** The ledger of a day as it lies in the bucket, to be checked by a program of the auditor's own. */
export const showLedger: Show<SealsDeps> = async (visit: Visit, { ledgers }) => {
  mustAudit(visit);
  const day = visit.event.pathParameters?.day ?? '';
  const ledger = isDay(day) ? await ledgers.read(day) : undefined;
  if (!ledger) throw new Refusal('unknown-route', { detail: '这一天没有封存。' });
  const bytes = Buffer.from(ledgerText(ledger));
  if (bytes.length > MOST_BYTES)
    throw new Refusal('body-too-large', { detail: '这一天的登记总账太大，请运维人员导出。' });
  return fileAnswer(bytes, `${day}.jsonl`, 'application/jsonl');
};
