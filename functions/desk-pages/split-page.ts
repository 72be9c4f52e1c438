import type { AvailableAct } from '../../domain/case/commands/available-acts.ts';
import { numbersText, numbersWithin, type Stretch, sentencesOf } from '../../domain/text/sentences.ts';
import { type CaseFile, type ReadCaseDeps, showCase } from '../../usecases/staff/show-case.ts';
import { type DeskDeps, type Show, visitPage } from '../shared/desk/desk.ts';
import type { FormKey } from '../shared/desk/form-key.ts';
import { keysOf } from '../shared/desk/page.ts';
import { listOf } from '../shared/desk/paths.ts';
import { MOST_FORM_PARTS, SENTENCE_ENDS, sentencesOfPart } from '../shared/desk/split-names.ts';
import { hidden, textField } from '../shared/pages/fields.ts';
import { type Html, html } from '../shared/pages/html.ts';
import { shown } from '../shared/staff/shown.ts';
import { type TraceDeps, traceView } from '../shared/staff/trace-view.ts';

type SplitDeps = DeskDeps & TraceDeps & Omit<ReadCaseDeps, 'context'> & { readonly context: ReadCaseDeps['context'] };

/** 拆分, where it begins: the letter with its sentences numbered, and which of them are which part. */
export const showSplit: Show<SplitDeps> = async (visit, deps) => {
  const { staff, now, event } = visit;
  const id = event.pathParameters?.id ?? '';
  const file = shown(await showCase(id, staff, now, deps));
  await traceView('case-viewed', { caseId: id, view: 'split' }, staff, event, deps);
  const key = visit.formFor(`/desk/cases/${id}/acts/split`);
  const list = listOf(event.queryStringParameters ?? {});
  const main = splitPage(file, list, key);
  return visitPage(200, visit, deps, { title: `拆分：${file.state.title}`, part: 'list', main });
};

function splitPage(file: CaseFile, list: string, key: FormKey): Html {
  const { state, complaint, acts } = file;
  const here = `/desk/cases/${state.id}`;
  const { parts = [] } = state.classification;
  const sentences = sentencesOf(
    complaint?.text ?? '',
    parts.flatMap(({ start, end }) => [start, end]),
  );
  const act = acts.find(({ type }) => type === 'split');
  return html`<p><a class="button second" href="${here}${list}">← 回到事项</a></p>
<h1>拆分：${state.title} <span class="tag">${state.id}</span></h1>
${act?.obstacle === undefined ? undefined : html`<p class="note warn">现在还不能拆分：${act.obstacle}</p>`}
<div class="card"><h2>来信，每句有编号</h2>${complaint ? numbered(complaint.text, sentences) : html`<p class="hint">您的岗位不能查看来信原文。</p>`}</div>
${mayBegin(act) ? beginning(state, parts, sentences, { here, list, key }) : NOT_YOURS}`;
}

const NOT_YOURS = html`<p class="note">现在不由您拆分这一件。</p>`;

const mayBegin = (act: AvailableAct | undefined): boolean => act !== undefined && act.obstacle === undefined;

const numbered = (text: string, sentences: readonly Stretch[]): Html =>
  html`<p class="said">${sentences.map(
    ({ start, end }, index) => html`<span class="tag">${index + 1}</span>${text.slice(start, end)}`,
  )}</p>`;

interface Way {
  readonly here: string;
  readonly list: string;
  readonly key: FormKey;
}

function beginning(
  { version }: CaseFile['state'],
  parts: readonly Stretch[],
  sentences: readonly Stretch[],
  { here, list, key }: Way,
): Html {
  const fields = Array.from({ length: MOST_FORM_PARTS }, (_, part) =>
    textField({
      name: sentencesOfPart(part),
      label: `第${part + 1}部分：第几句`,
      hint: part === 0 ? '例如 1-3、5。' : undefined,
      value: parts[part] && numbersText(numbersWithin(sentences, parts[part])),
      maxLength: 200,
    }),
  );
  const shownAtOnce = Math.max(2, parts.length);
  return html`<form method="post" action="${here}/acts/split" accept-charset="UTF-8" data-once>
${keysOf(key)}${hidden('version', String(version))}${hidden('list', list)}${hidden('back', `${here}/acts/split${list}`)}
${hidden(SENTENCE_ENDS, sentences.map(({ end }) => end).join(','))}
<fieldset id="parts" tabindex="-1"><legend>哪几句是一个问题</legend>
${parts.length > 1 && html`<p class="hint">系统看出${parts.length}个问题，已经填好，请核对。</p>`}
${fields.slice(0, shownAtOnce)}
<details><summary>还有别的部分</summary>${fields.slice(shownAtOnce)}</details></fieldset>
<div class="row"><button type="submit" name="do" value="next">下一步：各部分由谁办</button></div></form>`;
}
