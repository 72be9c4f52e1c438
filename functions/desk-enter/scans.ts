import { addHours, type Instant } from '../../domain/calendar/day.ts';
import { MOST_ATTACHED, materialKey } from '../../domain/case/handling/materials.ts';
import type { UploadForm, UploadRule } from '../../domain/upload.ts';
import { type DeskDeps, type Show, type Visit, visitPage } from '../shared/desk/desk.ts';
import { uploadForm } from '../shared/desk/uploaded-files.ts';
import { type Html, html } from '../shared/pages/html.ts';
import { siteOf } from '../shared/site.ts';
import { isScanOf, mustEnter, placeOf } from './entering.ts';

export interface ScansDeps extends DeskDeps {
  readonly uploadForm: (rule: UploadRule, now: Instant) => Promise<UploadForm>;
  /** What nobody can guess, fit for an address. */
  readonly newSecret: () => string;
}

export const SCANS = '/desk/enter/scans';

/** For how long a form is good. */
const HOURS = 2;

/**
 * Scans of a letter, photos that a visitor brought: one at a time, since S3 takes one file a form. What came is remembered
 * for its person, and stands in the form of the complaint when they go back to it.
 */
export const showScans: Show<ScansDeps> = async (visit, deps) => {
  mustEnter(visit);
  const { staff, event, now } = visit;
  const came = await takenIn(visit, deps);
  const rule: UploadRule = {
    key: materialKey(placeOf(staff, deps.sha256), deps.newSecret()),
    // A plain form cannot say what it will send; clean-photo looks.
    mediaType: 'application/octet-stream',
    until: addHours(now, HOURS),
    returnTo: `${siteOf(event)}${SCANS}`,
  };
  const form = await deps.uploadForm(rule, now);
  const main = scansPage(came.length, form);
  return visitPage(200, visit, deps, { title: '添加扫描件', part: 'enter', main, postsTo: form.action });
};

const scansPage = (count: number, form: UploadForm): Html => html`<h1>添加扫描件、照片</h1>
<p><a class="button${count === 0 && ' second'}" href="/desk/enter">← 回到录入</a></p>
${count > 0 && html`<p class="note done" role="status">已收到${count}份，回到录入后请写上名称。</p>`}
${count < MOST_ATTACHED ? uploadForm(form, count, '来信的扫描件、来访人带来的照片和文书') : html`<p class="note warn">一件最多${MOST_ATTACHED}份。其余的，录入后在事项里“添加材料”。</p>`}`;

/** Keys of what came so far, with what this request says of one that has just come. */
async function takenIn({ staff, event }: Visit, deps: ScansDeps): Promise<readonly string[]> {
  const before = await scansOf(staff.sub, deps);
  const { key } = event.queryStringParameters ?? {};
  if (key === undefined || before.includes(key) || !isScanOf(staff, key, deps.sha256)) return before;
  const came = [...before, key].slice(0, MOST_ATTACHED);
  await deps.drafts.keep(
    staff.sub,
    SCANS,
    `${new URLSearchParams(came.map((one): [string, string] => ['file', one]))}`,
    deps.clock(),
  );
  return came;
}

/** Keys of the scans that somebody sent and has not entered yet. */
export const scansOf = async (sub: string, { drafts, clock }: DeskDeps): Promise<readonly string[]> =>
  new URLSearchParams(await drafts.find(sub, SCANS, clock())).getAll('file');
