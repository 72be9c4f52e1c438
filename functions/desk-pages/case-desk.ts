import { officialLetterOf } from '../../domain/notices/outside/official-letter.ts';
import { papersOf } from '../../domain/papers/papers.ts';
import { showCase, showEvents } from '../../usecases/staff/show-case.ts';
import { showNotices } from '../../usecases/staff/show-notices.ts';
import { type Show, type Visit, visitPage } from '../shared/desk/desk.ts';
import { listOf } from '../shared/desk/paths.ts';
import type { Answer } from '../shared/http/http.ts';
import { namesIn } from '../shared/staff/names-in.ts';
import { noticesView } from '../shared/staff/notices-view.ts';
import { shown } from '../shared/staff/shown.ts';
import { traceView } from '../shared/staff/trace-view.ts';
import { casePage } from './case-page.ts';
import { comparisonPage } from './comparison-page.ts';
import type { DeskPagesDeps } from './deps.ts';
import { doneNote, keptNote } from './done.ts';
import { timelineKindIn } from './timeline-kinds.ts';

const queryOf = ({ event }: Visit) => event.queryStringParameters ?? {};

/** A case, or two of them beside each other; each is a look at it. */
export const showCasePage: Show<DeskPagesDeps> = async (visit, deps) => {
  const { staff, now, event } = visit;
  const id = event.pathParameters?.id ?? '';
  const { done, kept, only, beside, ...query } = queryOf(visit);
  if (beside !== undefined) return await showBeside([id, beside], visit, deps);
  const [file, events, told] = await Promise.all([
    showCase(id, staff, now, deps).then(shown),
    showEvents(id, staff, deps).then(shown),
    showNotices(id, staff, now, deps).then(shown),
  ]);
  const { notices } = noticesView(told, deps.context.organs);
  await traceView('case-viewed', { caseId: id, view: 'desk' }, staff, event, deps);
  await deps.seen.saw(staff.sub, id, file.state.version);
  const list = listOf(query);
  const { organNameOf } = deps.site;
  const { policies } = deps.context;
  const papers = events.flatMap((one) => {
    const paper = officialLetterOf(one, file.state, deps.context);
    return paper ? [{ ...paper, seq: one.seq }] : [];
  });
  const drawable = papersOf(file.state, events, deps.context);
  const names = { organNameOf, nameOf: namesIn(file.state, deps.context, deps.codeNameOf), policies };
  const main = casePage({
    file,
    events,
    notices,
    papers,
    drawable,
    now,
    ...names,
    list,
    only: timelineKindIn(only),
    done: doneNote(done, visit) ?? ((await isKept(kept, visit, deps)) ? keptNote(id, kept, list) : undefined),
  });
  return visitPage(200, visit, deps, { title: file.state.title, part: 'list', main });
};

/** Whether the draft waits that the address names. */
const isKept = async (kept: string | undefined, { staff, event }: Visit, { drafts, clock }: DeskPagesDeps) =>
  kept !== undefined && (await drafts.find(staff.sub, `${event.rawPath}/acts/${kept}`, clock())) !== undefined;

/** Two cases beside each other: a look at both. */
async function showBeside(ids: readonly [string, string], visit: Visit, deps: DeskPagesDeps): Promise<Answer> {
  const { staff, now, event } = visit;
  const look = async (caseId: string) => {
    const file = shown(await showCase(caseId, staff, now, deps));
    await traceView('case-viewed', { caseId, view: 'beside' }, staff, event, deps);
    return file;
  };
  const [one, other] = await Promise.all([look(ids[0]), look(ids[1])]);
  const main = comparisonPage({ one, other, list: listOf(queryOf(visit)), organNameOf: deps.site.organNameOf });
  return visitPage(200, visit, deps, { title: '并排比对', part: 'list', main });
}
