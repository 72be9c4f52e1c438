import { ROLES } from '../../domain/case/rights/roles.ts';
import { html } from '../../functions/shared/pages/html.ts';
import { firstOf, type Person } from './people.ts';

const STYLE = `body{margin:0 auto;max-width:40rem;padding:16px;font:17px/1.6 sans-serif;color:#18222c;background:#f3f5f7}
button{font:inherit;display:block;width:100%;min-height:48px;margin:8px 0;padding:8px 14px;text-align:left;background:#fff;border:1px solid #66747f;border-radius:4px}
summary{min-height:44px;padding:8px 0}.role{color:#4b5965}`;

/** One page: whoever is clicked is logged in. The first few of the roster stand on top. */
export function peoplePage(people: readonly Person[], action: string): string {
  const button = ({ sub, name, organName, role }: Person) =>
    html`<button name="sub" value="${sub}">${name} <span class="role">${organName} · ${ROLES[role]}</span></button>`;
  const organs = Map.groupBy(people, ({ organName }) => organName);
  return html`<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,"><title>本机演示登录</title><style>${{ html: STYLE }}</style></head><body><main><h1>您是谁？</h1>
<p>本机演示用的登录：这里的人都是虚构的，不需要密码。</p>
<form method="post" action="${action}">
${firstOf(people).map(button)}
${[...organs].map(([name, all]) => html`<details><summary>${name}（${all.length}人）</summary>${all.map(button)}</details>`)}
</form></main></body></html>`.html;
}
