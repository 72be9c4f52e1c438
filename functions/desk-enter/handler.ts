import { MOST_ATTACHED } from '../../domain/case/handling/materials.ts';
import type { Submission } from '../../domain/complaint.ts';
import { ENTERED } from '../../domain/complaint.ts';
import { type AcceptComplaintDeps, acceptComplaint } from '../../usecases/intake/accept-complaint.ts';
import { type LookForRepeatsDeps, lookForRepeats } from '../../usecases/registration/look-for-repeats.ts';
import {
  keepTyped,
  type Sending,
  type Show,
  seeOther,
  servingDesk,
  type Take,
  type Visit,
  visitPage,
} from '../shared/desk/desk.ts';
import { filesTyped } from '../shared/desk/uploaded-files.ts';
import type { Answer } from '../shared/http/http.ts';
import { logInfo } from '../shared/log.ts';
import type { FormSettings } from '../shared/pages/complaint-form.ts';
import { type Html, html } from '../shared/pages/html.ts';
import { followingAccepted } from '../shared/submission/traced-acceptance.ts';
import { checked, typedIn } from '../shared/submission/typed-complaint.ts';
import { type EnclosedDeps, enclosedIn } from './enclosed.ts';
import { type EnterState, enterForm, type NoChannel } from './enter-form.ts';
import { enteredPage } from './entered-page.ts';
import { mustEnter } from './entering.ts';
import { repeatsNote } from './repeats-note.ts';
import { SCANS, type ScansDeps, scansOf, showScans } from './scans.ts';

export interface DeskEnterDeps
  extends ScansDeps,
    EnclosedDeps,
    AcceptComplaintDeps,
    Omit<LookForRepeatsDeps, 'context'> {
  readonly context: LookForRepeatsDeps['context'];
  readonly form: FormSettings;
  /** Where the public asks how a complaint stands. */
  readonly progressAddress: string;
}

const PATH = '/desk/enter';

const GET: Readonly<Record<string, Show<DeskEnterDeps>>> = {
  [`GET ${PATH}`]: async (visit, deps) => {
    mustEnter(visit);
    const kept = new URLSearchParams(await deps.drafts.find(visit.staff.sub, PATH, deps.clock()));
    const files = filesTyped((name) => kept.get(name) ?? undefined, MOST_ATTACHED);
    const came = (await scansOf(visit.staff.sub, deps)).filter((key) => files.every((file) => file.key !== key));
    const named = came.map((key, index) => ({ key, name: `扫描件${files.length + index + 1}` }));
    const state = { typed: Object.fromEntries(kept), channel: kept.get('channel') ?? undefined };
    return formPage(200, visit, deps, { ...state, files: [...files, ...named] });
  },
  [`GET ${SCANS}`]: showScans,
};

const POST: Readonly<Record<string, Take<DeskEnterDeps>>> = {
  /** 录入, or, before that, 查重. Sent twice it is one complaint with one receipt. */
  [`POST ${PATH}`]: async (sending, deps) => {
    mustEnter(sending);
    const { form, staff, now } = sending;
    const typed = typedIn(form);
    const channel = ENTERED.find((one) => one === form.value('channel'));
    const state = { typed, channel, files: filesTyped(form.value, MOST_ATTACHED) };
    if (form.value('do') === 'files') {
      await keepTyped(sending, deps);
      return seeOther(SCANS);
    }
    const result = checked(typed, form, { channel: channel ?? 'visit', sourceId: `desk:${form.value('key')}` });
    const errors = [...(channel === undefined ? [NO_CHANNEL] : []), ...(result.kind === 'wrong' ? result.errors : [])];
    if (channel === undefined || result.kind === 'wrong') return formPage(422, sending, deps, { ...state, errors });
    const enclosed = await enclosedIn(form, staff, deps);
    if (enclosed.kind === 'missing') return formPage(422, sending, deps, { ...state, remark: notCome(enclosed.names) });
    const { attachments } = enclosed;
    const submission: Submission = { ...result.submission, attachments, enteredBy: asPerson(staff) };
    if (form.value('do') === 'look') {
      const repeats = await lookForRepeats(submission, staff, now, deps);
      return formPage(200, sending, deps, { ...state, remark: repeatsNote(repeats) });
    }
    const acceptance = await acceptComplaint(submission, now, followingAccepted(deps));
    if (acceptance.kind === 'conflict') return formPage(422, sending, deps, { ...state, remark: SENT_BEFORE });
    const { receipt } = acceptance;
    await Promise.all([PATH, SCANS].map((path) => deps.drafts.forget(staff.sub, path)));
    logInfo('complaint-entered', { receipt: receipt.receipt, channel, organ: staff.organ, sub: staff.sub });
    const main = enteredPage(receipt, {
      notes: result.notes,
      progressAddress: deps.progressAddress,
      province: deps.site.name,
      isReception: channel === 'leader-reception',
    });
    return visitPage(200, sending, deps, { title: '已录入', main, part: 'enter' });
  },
};

/** What somebody who meets the public enters for them. */
export const createHandler = servingDesk(GET, POST);

const notCome = (names: readonly string[]): Html =>
  html`没有收到“${names.join('”“')}”，还没有录入。请稍等几秒再录入；不要的，清空它的名称。`;
const NO_CHANNEL: NoChannel = { field: 'channel', detail: '请选择是怎么来的' };
const SENT_BEFORE = html`这份表单刚才已经录入过一件，下面的内容和那一件不同，还没有录入。是另一件的，请再点一次“录入”。`;

const asPerson = ({ organ, sub, name }: Visit['staff']) => ({ organ, sub, name });

const formPage = (
  status: number,
  visit: Visit | Sending,
  deps: DeskEnterDeps,
  state: Omit<EnterState, 'key'>,
): Answer => {
  const main = enterForm({ ...state, key: visit.formFor(PATH) }, deps.form);
  return visitPage(status, visit, deps, { title: '录入', main, part: 'enter' });
};
