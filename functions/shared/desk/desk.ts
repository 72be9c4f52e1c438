import { randomUUID } from 'node:crypto';
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import type { Instant } from '../../../domain/calendar/day.ts';
import type { Staff } from '../../../domain/case/people/actor.ts';
import type { Drafts } from '../../../usecases/desk/drafts.ts';
import { type SessionsDeps, visitorBy } from '../../../usecases/desk/sessions.ts';
import { type Answer, answering } from '../http/http.ts';
import { Refusal } from '../http/problem.ts';
import { PROBLEMS, type ProblemName } from '../http/problems.ts';
import { siteOf } from '../site.ts';
import { readForm, type TypedForm } from '../submission/typed-form.ts';
import { receivedAt } from '../time.ts';
import { cookieIn } from './cookies.ts';
import { type FormKey, formKey, isShown, toldBy, toldTo } from './form-key.ts';
import { forgedPage, problemPage, unsentPage } from './notice-pages.ts';
import { type DeskPage, type DeskSite, deskAnswer } from './page.ts';
import { logInFor, pageOfDesk } from './paths.ts';

export interface DeskDeps extends SessionsDeps {
  readonly site: DeskSite;
  readonly drafts: Drafts;
  /**
   * The computer's time, which log-ins, sessions and drafts are counted by, as at the identity provider. On one machine
   * cases live in another time, that may pass in days.
   */
  readonly clock: () => Instant;
}

/** One request of somebody who is logged in. */
export interface Visit {
  readonly event: APIGatewayProxyEventV2;
  readonly staff: Staff;
  readonly now: Instant;
  /** A key for a form that is sent to that path. */
  formFor(path: string): FormKey;
  /** What was just done, for the address of the page that says so; only this session reads it there. */
  tell(what: string): string;
  told(by: string | undefined): string | undefined;
}

/** The same, with the form that they sent, which they had been shown. */
export interface Sending extends Visit {
  readonly form: TypedForm;
}

type DeskHandler = (event: APIGatewayProxyEventV2, context: Context) => Promise<Answer>;

export type Show<Deps> = (visit: Visit, deps: Deps) => Promise<Answer>;
export type Take<Deps> = (sending: Sending, deps: Deps) => Promise<Answer>;

/** Pages of the desk, by their routes: whoever is not logged in does that first, and comes back to the page. */
export const showingDesk =
  <Deps extends DeskDeps>(routes: Readonly<Record<string, Show<Deps>>>) =>
  (deps: Deps) =>
    answeringDesk(deps, async (event) => {
      const show = routes[event.routeKey];
      if (!show) throw new Refusal('unknown-route');
      const visit = await visitOf(event, deps);
      if (visit.kind === 'here') return await show(visit, deps);
      return seeOther(logInFor(`${event.rawPath}${event.rawQueryString && `?${event.rawQueryString}`}`));
    });

/**
 * Forms of the desk, by their routes. One that was not shown to this session, or comes from another site, does nothing.
 * What somebody typed whose session has ended meanwhile waits for them, also where they have logged in again in another
 * window; of whom nobody knows any more who they are, it is shown once, to be copied.
 */
export const takingForms =
  <Deps extends DeskDeps>(routes: Readonly<Record<string, Take<Deps>>>) =>
  (deps: Deps) =>
    answeringDesk(deps, async (event) => {
      const take = routes[event.routeKey];
      if (!take) throw new Refusal('unknown-route');
      const form = readForm(event);
      const id = cookieIn(event, 'session');
      const back = pageOfDesk(form.value('back'));
      if (!isFromHere(event)) return deskAnswer(403, forgedPage(back), deps.site);
      const visit = await visitOf(event, deps);
      if (visit.kind === 'nobody' || id === undefined) return unsent(form, back, deps);
      const sent = { key: form.value('key'), proof: form.value('proof') } as Partial<FormKey>;
      const isTheirs = isShown(sent, id, event.rawPath);
      if (isTheirs && visit.kind === 'here') return await take({ ...visit, form }, deps);
      if (!isTheirs && !mayBeKept(form)) return deskAnswer(403, forgedPage(back), deps.site);
      await keepTyped({ ...visit, form }, deps);
      return seeOther(visit.kind === 'here' ? back : logInFor(back));
    });

/** Something was typed into a form that was shown at this desk, be it to an earlier session. */
const mayBeKept = (form: TypedForm): boolean =>
  form.value('key') !== undefined && form.value('proof') !== undefined && form.without('key', 'proof').length > 0;

function unsent(form: TypedForm, back: string, { site }: DeskDeps): Answer {
  const words = form.words();
  return words.length === 0 ? seeOther(logInFor(back)) : deskAnswer(403, unsentPage(words, logInFor(back)), site);
}

/** What was typed waits for its person, at the path of its form, with the version of the case that they saw. */
export async function keepTyped({ event, staff, form }: Sending, { drafts, clock }: DeskDeps): Promise<void> {
  const typed = Buffer.from(form.without('key', 'proof')).toString();
  await drafts.keep(staff.sub, event.rawPath, typed, clock());
}

/** Pages and forms of one function, by their routes. */
export const servingDesk =
  <Deps extends DeskDeps>(pages: Readonly<Record<string, Show<Deps>>>, forms: Readonly<Record<string, Take<Deps>>>) =>
  (deps: Deps): DeskHandler => {
    const [show, take] = [showingDesk(pages)(deps), takingForms(forms)(deps)];
    return (event, context) => (event.routeKey.startsWith('POST ') ? take : show)(event, context);
  };

/** A page for somebody who is logged in. */
export const visitPage = (
  statusCode: number,
  { staff, formFor }: Visit,
  { site }: DeskDeps,
  parts: Omit<DeskPage, 'bearer'>,
): Answer => deskAnswer(statusCode, { ...parts, bearer: { staff, logOut: formFor('/logout') } }, site);

export const answeringDesk = (
  { site }: DeskDeps,
  work: (event: APIGatewayProxyEventV2) => Promise<Answer>,
): DeskHandler =>
  answering(work, (name, { detail }, traceId) => {
    const { status, title } = PROBLEMS[name];
    return deskAnswer(status, problemPage({ title: ON_PAGES[name] ?? title, detail, traceId }), site);
  });

/** What programs call otherwise than people before a page. */
const ON_PAGES: Readonly<Partial<Record<ProblemName, string>>> = {
  'unknown-route': '没有这个页面',
  'idempotency-key-reused': '这份表单已经用过',
};

async function visitOf(event: APIGatewayProxyEventV2, deps: DeskDeps) {
  const now = receivedAt(event);
  const id = cookieIn(event, 'session');
  const said = {
    formFor: (path: string) => formKey(randomUUID(), id ?? '', path),
    tell: (what: string) => toldBy(id ?? '', what),
    told: (by: string | undefined) => toldTo(id ?? '', by),
  };
  return { ...(await visitorBy(id, deps.clock(), deps)), event, now, ...said } as
    | ({ readonly kind: 'here' | 'over' } & Visit)
    | { readonly kind: 'nobody' };
}

/** Every browser says where a form comes from: by `Origin`, or, where that is kept back, by `Sec-Fetch-Site`. */
function isFromHere(event: APIGatewayProxyEventV2): boolean {
  const { origin, 'sec-fetch-site': fetchedFrom } = event.headers;
  return origin === undefined || origin === 'null' ? fetchedFrom === 'same-origin' : origin === siteOf(event);
}

/** On to another page of the desk. */
export const seeOther = (location: string): Answer => ({
  statusCode: 303,
  headers: { location, 'cache-control': 'no-store' },
});
