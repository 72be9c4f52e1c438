import type { Staff } from '../../../domain/case/people/actor.ts';
import { ENTERING, seesCases } from '../../../domain/case/rights/rights.ts';
import { ROLE_NAMES } from '../../../domain/case/rights/roles.ts';
import type { Answer } from '../http/http.ts';
import { documentAnswer, raw } from '../pages/document.ts';
import { hidden } from '../pages/fields.ts';
import { type Html, html } from '../pages/html.ts';
import { SCRIPT_ADDRESS, STYLE_ADDRESS } from './assets.ts';
import type { FormKey } from './form-key.ts';

/** Whose desk it is. */
export interface DeskSite {
  /** The province's name. */
  readonly name: string;
  /** What an organ is called. */
  readonly organNameOf: (organ: string) => string;
}

export interface DeskPage {
  readonly title: string;
  readonly main: Html;
  /** Who is logged in, and the key of the form by which they log out; nobody before log-in. */
  readonly bearer?: { readonly staff: Staff; readonly logOut: FormKey };
  /** Where its forms may be sent beside the desk. */
  readonly postsTo?: string | undefined;
  /** Which part of the desk it is. */
  readonly part?: 'list' | 'enter' | 'reception' | 'roster' | 'access' | 'seals' | 'help';
}

/** Its own files and nothing else: they stand at the desk's address, which hands out no file of anybody else as such. */
const PARTS = { style: "'self'", script: "'self'" };

/** A page of the desk. No cache may keep it, so that nobody reads it after log-out. */
export const deskAnswer = (statusCode: number, page: DeskPage, site: DeskSite): Answer =>
  documentAnswer(statusCode, documentOf(page, site), { ...PARTS, postsTo: page.postsTo });

const NAVIGATION = [
  ['list', '/desk', '工作台'],
  ['enter', '/desk/enter', '录入'],
  ['reception', '/desk/reception', '接访'],
  ['roster', '/desk/roster', '通讯录'],
  ['access', '/desk/access', '查阅记录'],
  ['seals', '/desk/seals', '封存核对'],
  ['help', '/desk/help', '帮助'],
] as const;

function documentOf({ title, main, bearer, part }: DeskPage, site: DeskSite): string {
  return html`${raw('<!DOCTYPE html>')}
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="format-detection" content="telephone=no">
<title>${title} - ${site.name}生态环境信访工作台</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${STYLE_ADDRESS}">
<script src="${SCRIPT_ADDRESS}" defer></script>
</head>
<body>
<a class="skip" href="#main">跳到正文</a>
<header><div class="band">
<a class="office" href="/desk">${site.name}生态环境信访工作台</a>
${bearer && bandOf(bearer, part, site)}
</div></header>
<main id="main">
${main}
</main>
</body>
</html>`.html;
}

/** Parts that are not for everybody. */
const FOR_ROLES: Readonly<Partial<Record<(typeof NAVIGATION)[number][0], readonly string[]>>> = {
  list: ROLE_NAMES.filter(seesCases),
  enter: ENTERING,
  reception: ENTERING,
  access: ['auditor'],
  seals: ['auditor'],
};

const partsFor = ({ role }: Staff) => NAVIGATION.filter(([name]) => FOR_ROLES[name]?.includes(role) ?? true);

const bandOf = (
  { staff, logOut }: NonNullable<DeskPage['bearer']>,
  part: DeskPage['part'],
  { organNameOf }: DeskSite,
): Html => html`<nav aria-label="主要页面"><ul>${partsFor(staff).map(
  ([name, target, words]) =>
    html`<li><a href="${target}"${name === part && raw(' aria-current="page"')}>${words}</a></li>`,
)}</ul></nav>
<form class="who" method="post" action="/logout">${keysOf(logOut)}
<span>${staff.name}<span class="organ">${organNameOf(staff.organ)}</span></span>
<button class="quiet" type="submit">退出</button></form>`;

/** What each form of the desk carries unseen. */
export const keysOf = ({ key, proof }: FormKey): Html => html`${hidden('key', key)}${hidden('proof', proof)}`;
