import { createHandler as deskActs } from '../../functions/desk-acts/handler.ts';
import { createHandler as deskPages } from '../../functions/desk-pages/handler.ts';
import { ask, asStaff, deskMemory, hiddenOf, logIn } from './desk.ts';
import { listsOfCases } from './lists.ts';
import { beijing, codeNameOf, matters } from './rules.ts';
import { newWorld, rules } from './world.ts';

export const HEAD = asStaff({ sub: 'county-head', role: 'head', name: '局长' });
const AT = '2026-06-02 09:00';
export const MINUTE = 60_000;
const ROUTE = '/desk/cases/{id}/acts/{act}';

const CHOICES = {
  matters: [
    { value: 'construction-noise', label: '施工噪声' },
    { value: 'cooking-fumes', label: '餐饮油烟' },
  ],
  subtypes: [{ value: 'construction', label: '施工' }],
  divisions: () => [],
};

/** What every function of the desk needs, in memory, upon the cases of that world. */
export const deskUpon = (world: ReturnType<typeof newWorld>) => ({
  ...deskMemory(),
  context: rules(),
  cases: world.cases,
  complaints: world.vault,
  ...world.told,
  ...listsOfCases(world.cases),
  waysOf: () => [],
  mattersOn: () => matters,
  codeNameOf,
  choices: CHOICES,
  keptFiles: world.evidence,
});

/** The desk of the county at nine on June 2nd, as its head sees it, with one case of a building site. */
export async function county(judge?: Parameters<typeof newWorld>[1]) {
  const world = newWorld(undefined, judge);
  const { receipt } = await world.complain('2026-06-01 10:00', { target: '某工地', address: '新河路12号' });
  const deps = deskUpon(world);
  const at = Date.parse(beijing(AT));
  const cookies = await logIn(deps, HEAD);
  const handlers = { acts: deskActs(deps), pages: deskPages(deps) };
  const path = (act: string) => ({ id: receipt, act });
  return {
    ...{ world, receipt, deps, cookies, at, ...handlers },
    open: (act: string, more: Partial<Parameters<typeof ask>[2]> = {}) =>
      ask(handlers.acts, `GET ${ROUTE}`, { path: path(act), cookies, at, ...more }),
    async act(act: string, fields: Record<string, string>, page?: string, who = cookies) {
      const shown = page ?? (await ask(handlers.acts, `GET ${ROUTE}`, { path: path(act), cookies, at })).text;
      const form = { ...hiddenOf(shown, `/desk/cases/${receipt}/acts/${act}`), do: 'act', ...fields };
      return ask(handlers.acts, `POST ${ROUTE}`, { path: path(act), cookies: who, form, at: at + MINUTE });
    },
    status: async () => (await world.cases.load(receipt))!.status,
  };
}

/** The same with a second case, and a way to look at its list. */
export async function twoCases() {
  const desk = await county();
  const other = await desk.world.complain('2026-06-01 11:00', {
    ...{ sourceId: 'form-2', text: '河边有人倒垃圾。' },
  });
  const list = async (query: Record<string, string> = {}, at = desk.at, cookies = desk.cookies) =>
    (await ask(desk.pages, 'GET /desk', { query, cookies, at })).text;
  return { ...desk, other: other.receipt, list };
}
