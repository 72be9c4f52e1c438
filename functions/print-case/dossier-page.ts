import type { Instant } from '../../domain/calendar/day.ts';
import { statusTextOf } from '../../domain/case/status-text.ts';
import type { AnonymousComplaint } from '../../domain/complaint.ts';
import { moment } from '../../domain/notices/date-words.ts';
import { organNamed, type Roster } from '../../domain/organs.ts';
import type { Dossier, Enclosure } from '../../usecases/staff/open-dossier.ts';
import { type Html, html } from '../shared/pages/html.ts';
import { qrImage } from '../shared/pages/qr-code.ts';
import { type NamingRules, namesIn } from '../shared/staff/names-in.ts';
import type { NameOf } from '../shared/staff/said-in-event.ts';
import { STYLE } from './dossier-style.ts';
import { recordRows } from './record-rows.ts';

export interface Printing {
  /** Where the case is opened: printed as a QR code. */
  readonly address: string;
  readonly now: Instant;
  readonly roster: NamingRules;
  readonly codeNameOf: NameOf;
  /** Where a picture of the page lies, or its bytes; undefined for a file that is only named. */
  readonly imageOf: (enclosure: Enclosure) => string | undefined;
}

/** 一案一档: a case whole, as a page to be printed. Holds what the case view shows, so nothing of who complained. */
export function dossierPage({ file, events, enclosures }: Dossier, printing: Printing): string {
  const { state, complaint, followUps, joint } = file;
  const { address, now, roster, codeNameOf } = printing;
  const later = [...followUps, ...joint].flatMap((one) => one.complaint ?? []);
  const notices = events.flatMap(({ at, told }) => (told?.notice ? [{ at, ...told.notice }] : []));
  return html`${{ html: '<!DOCTYPE html>' }}
<html lang="zh-CN"><head><meta charset="utf-8"><title>案卷 ${state.id}</title><style>${{ html: STYLE }}</style></head>
<body>${qrImage(address, `事项${state.id}的网址`)}
<h1>生态环境信访事项案卷</h1>
<p>登记编号：${state.id}<br>打印时间：${moment(now)}</p>
<h2>一、基本情况</h2>
<table>${factsOf(file, roster).map(([label, words]) => html`<tr><th>${label}</th><td>${words}</td></tr>`)}</table>
<h2>二、来信</h2>${complaint ? letter(complaint) : html`<p>按岗位不显示来信内容。</p>`}
${later.length > 0 && html`<h2>后续及并入的来信</h2>${later.map(letter)}`}
<h2>三、办理期限</h2>${clocksOf(file)}
<h2>四、办理记录</h2>
<table><thead><tr><th>时间</th><th>动作</th><th>经办</th><th>内容</th></tr></thead><tbody>${recordRows(events, roster, namesIn(state, roster, codeNameOf))}</tbody></table>
${notices.length > 0 && html`<h2>五、告知书</h2>${notices.map(({ at, text }) => html`<p>${moment(at)}</p><div class="words">${text}</div>`)}`}
${enclosures.length > 0 && html`<h2>附件</h2>${enclosures.map((one) => enclosureOf(one, printing))}`}
</body></html>`.html;
}

function factsOf({ state, accused }: Dossier['file'], roster: Roster): readonly (readonly [string, string])[] {
  const nameOf = (organ: string): string => organNamed(organ, roster).name;
  const { title, classification, place, lead, assisting, receivedAt, inspection, answer } = state;
  const rows = [
    ['事项', title],
    ['办理状态', statusTextOf(state)],
    ['污染类型', classification.types.join('、')],
    ['地点', place?.name],
    ['收到时间', moment(receivedAt)],
    ['主办单位', nameOf(lead)],
    ['协办单位', assisting.map(nameOf).join('、')],
    ['督察交办', inspection && `第${inspection.batch}批 ${inspection.item}`],
    ['被反映单位', accused.map(({ name }) => name).join('、')],
    ['答复', answer],
  ] as const;
  return rows.flatMap(([label, words]) => (words ? [[label, words] as const] : []));
}

const letter = ({ receipt, text, quoted, address, target, occurredAt }: AnonymousComplaint): Html =>
  html`<p>${receipt}${target && `　反映对象：${target}`}${address && `　地址：${address}`}${occurredAt && `　发生时间：${occurredAt}`}</p>
<div class="words">${text}${quoted && `\n\n（引用的往来）\n${quoted}`}</div>`;

const clocksOf = ({ clocks }: Dossier['file']): Html =>
  clocks.length === 0
    ? html`<p>没有正在计算的期限。</p>`
    : html`${clocks.map(({ why, next }) => html`<ul>${[...why, next].map((line) => html`<li>${line}</li>`)}</ul>`)}`;

function enclosureOf(enclosure: Enclosure, { imageOf }: Printing): Html {
  const { receipt, number, name, key } = enclosure;
  const source = imageOf(enclosure);
  const place = source === undefined && (key === undefined ? '（未保存）' : '（请在系统中打开）');
  return html`<figure><figcaption>${receipt.replace(/-material$/, ' 材料')} 第${number}件：${name}${place}</figcaption>${source && html`<img src="${source}" alt="">`}</figure>`;
}
