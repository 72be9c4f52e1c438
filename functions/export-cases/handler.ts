import { dayOf, timeOf } from '../../domain/calendar/day.ts';
import { exportCases } from '../../usecases/staff/export-cases.ts';
import type { ListCasesDeps } from '../../usecases/staff/list-cases.ts';
import { showingSame } from '../shared/desk/both-entrances.ts';
import type { DeskDeps } from '../shared/desk/desk.ts';
import { readInput } from '../shared/http/body.ts';
import { csvOf } from '../shared/http/csv.ts';
import { fileAnswer } from '../shared/http/file-answer.ts';
import { deskOf, type Work } from '../shared/staff/desk.ts';
import { listQueryOf } from '../shared/staff/list-parameters.ts';
import { shown } from '../shared/staff/shown.ts';
import { type TraceDeps, traceView } from '../shared/staff/trace-view.ts';
import { receivedAt } from '../shared/time.ts';
import { ExportParameters, type Format, MEDIA_TYPES } from './export-parameters.ts';
import { COLUMNS, ledgerOf } from './ledger.ts';

interface ExportCasesDeps extends ListCasesDeps, TraceDeps {
  readonly workbook: (rows: readonly (readonly string[])[], widths: readonly number[]) => Promise<Uint8Array>;
}

const ROUTES: Readonly<Record<string, Work<ExportCasesDeps>>> = {
  'GET /v1/cases/export': async (event, staff, deps) => {
    const { format, ...asked } = readInput(ExportParameters, event.queryStringParameters ?? {});
    const now = receivedAt(event);
    const query = listQueryOf(asked);
    const exported = shown(await exportCases(query, staff, now, deps));
    const view = `${query.scope}/${query.group} ${format}`;
    await traceView('list-exported', { view, cases: exported.cases.length }, staff, event, deps);
    const bytes = await WRITERS[format](ledgerOf(exported, now, deps.context), deps);
    return fileAnswer(bytes, `cases-${dayOf(now)}-${timeOf(now).replace(':', '')}.${format}`, SENT_AS[format]);
  },
};

const SENT_AS: Readonly<Record<Format, string>> = { ...MEDIA_TYPES, csv: `${MEDIA_TYPES.csv}; charset=utf-8` };

const WRITERS: Readonly<Record<Format, (rows: readonly string[][], deps: ExportCasesDeps) => Promise<Uint8Array>>> = {
  csv: async (rows) => Buffer.from(csvOf(rows, (at) => COLUMNS[at]?.isNumber === true)),
  xlsx: async (rows, { workbook }) =>
    await workbook(
      rows,
      COLUMNS.map(({ width }) => width),
    ),
};

/** 台账: a list whole, as a file for spreadsheet programs. */
export const createHandler = deskOf(ROUTES);

/** The same, at the desk. */
export const createDeskHandler = showingSame<ExportCasesDeps & DeskDeps>(ROUTES);
