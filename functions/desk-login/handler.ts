import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Roster } from '../../domain/organs.ts';
import { beginLogIn, finishLogIn, type LogInDeps } from '../../usecases/desk/log-in.ts';
import { endSession, openSession, type SessionsDeps } from '../../usecases/desk/sessions.ts';
import { assetAnswer } from '../shared/desk/assets.ts';
import { cookieGone, cookieIn, cookieOf } from '../shared/desk/cookies.ts';
import { answeringDesk, type DeskDeps, seeOther, takingForms } from '../shared/desk/desk.ts';
import { logInPage } from '../shared/desk/notice-pages.ts';
import { deskAnswer } from '../shared/desk/page.ts';
import { DESK, logInFor, pageOfDesk } from '../shared/desk/paths.ts';
import type { Answer } from '../shared/http/http.ts';
import { Refusal } from '../shared/http/problem.ts';
import { logInfo } from '../shared/log.ts';
import { siteOf } from '../shared/site.ts';
import { staffBy } from '../shared/staff/staff.ts';

export interface DeskLoginDeps extends DeskDeps, SessionsDeps, LogInDeps {
  readonly context: Pick<Roster, 'organs'>;
  /** 256 random bits in 43 letters: nobody guesses it. */
  readonly newId: () => string;
}

type Step = (event: APIGatewayProxyEventV2, deps: DeskLoginDeps) => Promise<Answer>;

const REMARKS: Readonly<Record<string, string>> = {
  out: '您已退出。在公用电脑上，请同时关闭浏览器。',
  failed: '登录没有完成：可能停留太久，或者是从别处打开的登录页面。请再试一次。',
};

const STEPS: Readonly<Record<string, Step>> = {
  'GET /': async () => seeOther(DESK),
  'GET /desk/parts/{name}': async ({ pathParameters }) => assetAnswer(pathParameters?.name ?? ''),
  'GET /login': async ({ queryStringParameters = {} }, { site }) => {
    const { to, why = '' } = queryStringParameters;
    return deskAnswer(200, logInPage(pageOfDesk(to), Object.hasOwn(REMARKS, why) ? REMARKS[why] : undefined), site);
  },
  'GET /login/start': async (event, deps) => {
    const id = cookieIn(event, 'login') ?? deps.newId();
    const to = pageOfDesk(event.queryStringParameters?.to);
    const redirectUri = callbackOf(event);
    const address = await beginLogIn({ id, to, redirectUri, now: deps.clock() }, deps);
    return { ...seeOther(address), cookies: [cookieOf(event, 'login', id)] };
  },
  'GET /login/callback': async (event, deps) => {
    const cameBackBy = new URL(`${callbackOf(event)}?${event.rawQueryString}`);
    const now = deps.clock();
    const done = await finishLogIn(cookieIn(event, 'login'), cameBackBy, now, deps);
    if (!done) return seeOther(`${logInFor(DESK)}&why=failed`);
    const staff = staffBy(done.claims, deps.context);
    const id = deps.newId();
    await openSession(id, staff, now, deps);
    logInfo('desk-opened', { organ: staff.organ, sub: staff.sub, traceId: event.requestContext.requestId });
    return { ...seeOther(done.to), cookies: [cookieOf(event, 'session', id)] };
  },
};

/** 登录、退出: the way into the desk and out of it. No token of the provider is kept, here or in the browser. */
export function createHandler(deps: DeskLoginDeps) {
  const logOut = takingForms<DeskLoginDeps>({
    'POST /logout': async ({ event }) => {
      const id = cookieIn(event, 'session');
      if (id !== undefined) await endSession(id, deps);
      return {
        statusCode: 303,
        headers: { location: '/login?why=out', 'cache-control': 'no-store', 'clear-site-data': '"cache"' },
        cookies: [cookieGone(event, 'session')],
      };
    },
  })(deps);
  const logIn = answeringDesk(deps, async (event) => {
    const step = STEPS[event.routeKey];
    if (!step) throw new Refusal('unknown-route');
    return await step(event, deps);
  });
  return (event: APIGatewayProxyEventV2, context: Parameters<typeof logIn>[1]) =>
    event.routeKey === 'POST /logout' ? logOut(event, context) : logIn(event, context);
}

const callbackOf = (event: APIGatewayProxyEventV2): string => `${siteOf(event)}/login/callback`;
