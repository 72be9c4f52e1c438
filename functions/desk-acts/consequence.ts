import type { Clock } from '../../domain/clocks/clock.ts';
import type { Policies } from '../../domain/clocks/policy.ts';
import { deadline } from '../../domain/notices/date-words.ts';
import { QUERY_CODE } from '../../domain/notices/notice.ts';
import type { Preview } from '../../usecases/desk/preview.ts';
import { dutyAmong } from '../shared/desk/case-row.ts';
import { type Html, html } from '../shared/pages/html.ts';

/** 办理后: the very words that go out, and the clocks that start and stop. */
export function consequenceCard(preview: Preview, organNameOf: (organ: string) => string, policies: Policies): Html {
  if (preview.kind === 'refused') return html`<p class="note warn" role="status">这样办不了：${preview.detail}</p>`;
  if (preview.kind === 'nothing') return html`<p class="note" role="status">办理后没有变化：已经是这样了。</p>`;
  const { statusText, told, letters, started, stopped, othersOpen } = preview.consequence;
  return html`<div class="card" role="status"><h2>办理后</h2>
<p>状态：<strong>${statusText}</strong></p>
${told.length === 0 && html`<p>${othersOpen === undefined ? '信访人不会收到通知。' : ofTheWhole(othersOpen)}</p>`}
${told.map(({ status, text }) => html`<p>信访人将收到：<strong>${status}</strong></p><p class="said">${text.replaceAll(QUERY_CODE, '（查询码）')}</p>`)}
${told.length > 0 && html`<p class="hint">邮件和两天内的微信会话写明原文；短信、微信提醒只写状态，原文凭查询码在网上看。没有留联系方式的不发送，只能凭查询码看。</p>`}
${letters.length > 0 && html`<p>同时通知：</p><ul>${letters.map(({ organ, subject }) => html`<li>${organNameOf(organ)}：${subject}</li>`)}</ul>`}
${started.map((clock) => html`<p>${isMoved(clock, stopped) ? '期限改为' : '开始计时'}：${dutyAmong(clock, started, policies)}，${deadline(clock.dueAt)}</p>`)}
${stopped.filter((clock) => !isMoved(clock, started)).map((clock) => html`<p>停止计时：${dutyAmong(clock, stopped, policies)}</p>`)}</div>`;
}

/** One that goes on with another deadline. */
const isMoved = ({ name }: Clock, others: readonly Clock[]): boolean => others.some((other) => other.name === name);

/** The complainant gets one answer, when the last part has ended. */
const ofTheWhole = (othersOpen: number): string =>
  othersOpen === 0
    ? '这是最后一部分：整件随即办结，各部分的答复合成一份告知信访人。'
    : `信访人现在不会收到通知：还有${othersOpen}部分没有办结，全部办结后合成一份答复。`;
