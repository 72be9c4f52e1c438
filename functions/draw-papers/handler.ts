import type { Paper } from '../../domain/papers/paper.ts';
import type { CasePaper } from '../../domain/papers/papers.ts';
import { type OpenPapersDeps, openPapers } from '../../usecases/staff/open-papers.ts';
import { showingSame } from '../shared/desk/both-entrances.ts';
import type { DeskDeps } from '../shared/desk/desk.ts';
import { fileAnswer } from '../shared/http/file-answer.ts';
import { json } from '../shared/http/http.ts';
import { Refusal } from '../shared/http/problem.ts';
import { deskOf, type Work } from '../shared/staff/desk.ts';
import { shown } from '../shared/staff/shown.ts';
import { idOf } from '../shared/staff/staff.ts';
import { type TraceDeps, traceView } from '../shared/staff/trace-view.ts';
import { DOCX, papersView } from './papers-view.ts';

interface DrawPapersDeps extends OpenPapersDeps, TraceDeps {
  readonly draw: (paper: Paper) => Promise<Uint8Array>;
}

const DRAWING: Readonly<Record<string, Work<DrawPapersDeps>>> = {
  'GET /v1/cases/{id}/documents/{kind}': async (event, staff, deps) => {
    const papers = shown(await openPapers(idOf(event), staff, deps));
    const paper = wholeOf(papers.find(({ kind }) => kind === event.pathParameters?.kind));
    await traceView('case-viewed', { caseId: idOf(event), view: 'paper' }, staff, event, deps);
    return fileAnswer(await deps.draw(paper), `${idOf(event)}-${event.pathParameters?.kind}.docx`, DOCX);
  },
};

const ROUTES: typeof DRAWING = {
  ...DRAWING,
  'GET /v1/cases/{id}/documents': async (event, staff, deps) =>
    json(200, papersView(idOf(event), shown(await openPapers(idOf(event), staff, deps)))),
};

/** The paper, if it lacks nothing. */
function wholeOf(found: CasePaper | undefined): Paper {
  if (!found) throw new Refusal('no-such-paper');
  const { draft, missing } = found;
  if (!draft || missing.length > 0) throw new Refusal('not-allowed', { detail: `文书要素不全：${missing.join('、')}` });
  return draft;
}

/** 文书: which papers of a case can be drawn, and each of them. */
export const createHandler = deskOf(ROUTES);

/** Each of them at the desk, whose page of a case lists them. */
export const createDeskHandler = showingSame<DrawPapersDeps & DeskDeps>(DRAWING);
