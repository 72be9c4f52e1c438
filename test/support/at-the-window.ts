import { createHandler as deskEnter } from '../../functions/desk-enter/handler.ts';
import { newQueryCode } from '../../functions/shared/digest.ts';
import { county, MINUTE } from './county-desk.ts';
import { ask, asStaff, hiddenOf, logIn } from './desk.ts';
import { pagesWorld } from './pages.ts';
import { beijing } from './rules.ts';
import { analyse } from './world.ts';

const ROUTE = '/desk/enter';
export const VISIT = {
  channel: 'visit',
  text: '工地每晚浇筑混凝土到凌晨，睡不着。',
  target: '某工地',
  address: '新河路12号',
  identity: 'named',
  name: '孙来访',
  postalAddress: '新河路12号3单元301',
};

/** The window where the petition office of the county meets the public. */
export async function atTheWindow(role = 'petition') {
  const desk = await county();
  const { world } = desk;
  let secrets = 0;
  const handler = deskEnter({
    ...desk.deps,
    vault: world.vault,
    repeats: world.repeats,
    analyse,
    form: pagesWorld().form,
    provinceLetters: 'QH',
    answerBy: () => beijing('2026-06-17 00:00'),
    newQueryCode,
    progressAddress: 'https://12369.example/',
    newSecret: () => `secret-${++secrets}`,
    uploadForm: async ({ key }) => ({ action: 'https://inbox.example/', fields: { key } }),
  });
  const cookies = await logIn(desk.deps, asStaff({ sub: `county-${role}`, role, name: '马接待' }));
  const open = (at = desk.at) => ask(handler, `GET ${ROUTE}`, { cookies, at });
  const scans = (query: Record<string, string> = {}) =>
    ask(handler, `GET ${ROUTE}/scans`, { cookies, at: desk.at, query });
  const send = async (fields: Record<string, string>, page?: string) => {
    const form = { ...hiddenOf(page ?? (await open()).text, ROUTE), do: 'enter', ...fields };
    return ask(handler, `POST ${ROUTE}`, { form, cookies, at: desk.at + MINUTE });
  };
  return { ...desk, open, send, scans, petition: cookies };
}

/** The receipt that a page gives. */
export const receiptIn = (page: string) => /id="receipt">([^<]+)</.exec(page)![1]!;
