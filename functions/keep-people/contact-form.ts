import type { Staff } from '../../domain/case/people/actor.ts';
import { CONTACT_ROLE_TEXT, type ContactRole } from '../../domain/organs.ts';
import type { KeptPeople } from '../../usecases/roster/change-people.ts';
import type { FormKey } from '../shared/desk/form-key.ts';
import { keysOf } from '../shared/desk/page.ts';
import { groupedSelect, hidden, textArea, textField } from '../shared/pages/fields.ts';
import { type Html, html } from '../shared/pages/html.ts';
import { casesOf, ROSTER } from './roster-page.ts';
import type { Typed } from './roster-wanted.ts';
import { shiftLines } from './shifts.ts';

interface ContactState {
  readonly organ: string;
  readonly organNameOf: (organ: string) => string;
  readonly staff: Staff;
  readonly people: KeptPeople;
  /** Which of them; one more than the last for a new one. */
  readonly index: number;
  /** What was typed before. */
  readonly typed: Typed | undefined;
  readonly wrong: string | undefined;
  readonly key: FormKey;
}

const ROLES = [
  {
    label: '岗位',
    options: (Object.keys(CONTACT_ROLE_TEXT) as ContactRole[]).map((value) => ({
      value,
      label: CONTACT_ROLE_TEXT[value],
    })),
  },
];

/** One of the people of an organ, or a new one: who changes them says why. */
export function contactPage({ organ, organNameOf, staff, people, index, typed, wrong, key }: ContactState): Html {
  const contact = people.contacts[index];
  const cases = contact && casesOf(contact, { organ, staff });
  const at = contact ? index : people.contacts.length;
  const known = (name: 'role' | 'name' | 'sub' | 'email' | 'phone') => typed?.(name) ?? contact?.[name];
  return html`<p><a class="button second" href="${ROSTER}?organ=${organ}">← 回到通讯录</a></p>
<h1>${contact ? `修改：${contact.name}` : '增加联系人'} <span class="tag">${organNameOf(organ)}</span></h1>
${wrong !== undefined && html`<p class="note warn" role="alert">没有改动：${wrong}</p>`}
<form class="card" method="post" action="${ROSTER}" accept-charset="UTF-8" data-once novalidate>
${keysOf(key)}${hidden('organ', organ)}${hidden('version', String(people.version))}${hidden('index', String(at))}${hidden('edit', String(at))}${hidden('back', `${ROSTER}?organ=${organ}&edit=${at}`)}
${groupedSelect({ name: 'role', label: '岗位（必填）', value: known('role'), none: '请选择', groups: ROLES })}
${textField({ name: 'name', label: '姓名（必填）', value: known('name'), maxLength: 100 })}
${textField({ name: 'phone', label: '手机', type: 'tel', inputMode: 'tel', hint: '手机和邮箱至少写一个。', value: known('phone'), maxLength: 20 })}
${textField({ name: 'email', label: '邮箱', type: 'email', inputMode: 'email', value: known('email'), maxLength: 254 })}
${textField({ name: 'sub', label: '人员标识', hint: '统一身份里的标识。写了，分办才能选到，本人才能登记离岗。', value: known('sub'), maxLength: 200 })}
${textArea({ name: 'onDuty', label: '值班时间', hint: '轮流值班的才填，只填值班室的：一行一班，例如 2026-10-01 08:00 至 2026-10-02 08:00。填了，只在值班时间收值班室的通知。', value: typed?.('onDuty') ?? shiftLines(contact?.onDuty ?? []), maxLength: 8000, rows: 4 })}
${textField({ name: 'reason', label: '变更的理由（必填）', hint: '例如：调岗、新到岗。', value: typed?.('reason'), maxLength: 500 })}
<div class="row"><button type="submit" name="do" value="save">保存</button>
${contact && html`<button type="submit" class="second" name="do" value="remove">从通讯录移除</button>`}</div>
${contact && cases !== undefined && html`<p class="hint">移除以前，先看<a href="${cases}">${contact.name}名下在办的事项</a>，勾选后移交给同事。</p>`}
</form>`;
}
