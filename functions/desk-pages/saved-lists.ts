import { LONGEST_NAME, MOST_LISTS, type SavedList } from '../../domain/desk/saved-lists.ts';
import { changeLists, type ListOrder, type SavedLists } from '../../usecases/desk/saved-lists.ts';
import {
  type DeskDeps,
  type Sending,
  type Show,
  seeOther,
  type Take,
  type Visit,
  visitPage,
} from '../shared/desk/desk.ts';
import type { FormKey } from '../shared/desk/form-key.ts';
import { keysOf } from '../shared/desk/page.ts';
import { listOf } from '../shared/desk/paths.ts';
import { Refusal } from '../shared/http/problem.ts';
import { raw } from '../shared/pages/document.ts';
import { hidden, textField } from '../shared/pages/fields.ts';
import { type Html, html } from '../shared/pages/html.ts';

export interface SavedListsDeps extends DeskDeps {
  readonly savedLists: SavedLists;
}

const PATH = '/desk/lists';

/** 常用列表: what somebody saved, each a click away. */
export const savedLinks = (lists: readonly SavedList[], shown: string): Html | undefined =>
  lists.length === 0
    ? undefined
    : html`<nav aria-label="常用列表" class="noprint"><ul class="scopes">${lists.map(
        ({ name, list }) => html`<li><a href="/desk${list}"${list === shown && CURRENT}>${name}</a></li>`,
      )}<li><a href="${PATH}">管理</a></li></ul></nav>`;

const CURRENT = raw(' aria-current="page"');

/** Saves the list that is shown, under a name. */
export const saveForm = (key: FormKey, shown: string, name = ''): Html =>
  html`<form method="post" action="${PATH}" accept-charset="UTF-8"><div class="row">
${keysOf(key)}${hidden('list', shown)}${hidden('back', PATH)}
<div class="field grow"><label for="save-as">把现在这个列表存为</label><input id="save-as" name="name" maxlength="${LONGEST_NAME}" autocomplete="off" value="${name}"></div>
<button type="submit" class="second" name="do" value="save">存为常用列表</button></div></form>`;

/** What somebody had named when their session ended. */
const unsaved = (draft: URLSearchParams, key: FormKey): Html | undefined =>
  draft.get('do') === 'save'
    ? html`<div class="card"><p class="hint" role="status">您起的名字还在，还没有存。</p>${saveForm(key, listNamed(draft.get('list')), draft.get('name') ?? '')}</div>`
    : undefined;

const listNamed = (query: string | null | undefined): string =>
  listOf(Object.fromEntries(new URLSearchParams(query ?? '')));

const managing = (
  lists: readonly SavedList[],
  draft: URLSearchParams,
  key: FormKey,
  refused: string | undefined,
): Html => html`
<p><a class="button second" href="/desk">← 回到列表</a></p>
<h1>常用列表</h1>
${refused !== undefined && html`<p class="note warn" role="alert">没有改动：${refused}。</p>`}
${unsaved(draft, key)}
${lists.length === 0 && html`<p class="note">还没有常用列表。在工作台上选好范围、分类和筛选条件，打开“查找、筛选”，起个名字存下来，以后一点就到，最多${MOST_LISTS}个。</p>`}
${lists.map(
  ({ name, list }, index) => html`<form class="card" method="post" action="${PATH}" accept-charset="UTF-8">
${keysOf(key)}${hidden('list', name)}${hidden('back', PATH)}
<p><a class="go" href="/desk${list}">${name}</a></p>
${textField({ name: 'name', id: `name-${index}`, label: `把“${name}”改名为`, value: renamed(name, draft), maxLength: LONGEST_NAME })}
<div class="row"><button type="submit" class="second" name="do" value="rename">改名</button>
<button type="submit" class="second" name="do" value="delete">删除“${name}”</button></div></form>`,
)}`;

const renamed = (name: string, draft: URLSearchParams): string =>
  (draft.get('do') === 'rename' && draft.get('list') === name && draft.get('name')) || name;

async function managingPage(status: number, visit: Visit, deps: SavedListsDeps, refused?: string) {
  const { sub } = visit.staff;
  const [{ lists }, draft] = await Promise.all([deps.savedLists.of(sub), deps.drafts.find(sub, PATH, deps.clock())]);
  const main = managing(lists, new URLSearchParams(draft), visit.formFor(PATH), refused);
  return visitPage(status, visit, deps, { title: '常用列表', part: 'list', main });
}

export const showLists: Show<SavedListsDeps> = async (visit, deps) => await managingPage(200, visit, deps);

export const takeList: Take<SavedListsDeps> = async (sending, deps) => {
  const order = orderIn(sending);
  const { refused } = await changeLists(order, sending.staff.sub, deps.savedLists);
  if (refused !== undefined) return await managingPage(422, sending, deps, refused);
  await deps.drafts.forget(sending.staff.sub, PATH);
  return seeOther(order.do === 'save' ? `/desk${order.list}` : PATH);
};

function orderIn({ form }: Sending): ListOrder {
  const [named, name] = [form.value('list') ?? '', form.value('name')];
  switch (form.value('do')) {
    case 'save':
      return { do: 'save', name, list: listNamed(named) };
    case 'rename':
      return { do: 'rename', name: named, to: name };
    case 'delete':
      return { do: 'delete', name: named };
    default:
      throw new Refusal('invalid-request');
  }
}
