import { GRADE_TEXT, GRADES, type Grade, REASONS } from '../../../domain/case/answer/satisfaction.ts';
import { sayPage } from '../../../domain/pages/page-texts.ts';
import { errorSummary, hidden, radio } from './fields.ts';
import { type Html, html } from './html.ts';
import type { Page, Site } from './page.ts';
import { said } from './prose.ts';
import { type Proof, type SupplementState, supplementForm } from './supplement-form.ts';

const HINTS: Readonly<Record<Grade, string>> = {
  satisfied: '问题已经解决。',
  basically: '大体解决，还有不足。',
  dissatisfied: '请在下面选择原因；提交后还可以申请重新办理。',
};

/** 评价: once for each answer. */
export const ratingForm = ({
  receipt,
  queryCode,
  error,
}: Proof & { readonly error?: string | undefined }): Html => html`
<form class="card noprint" method="post" action="/ratings" accept-charset="UTF-8" data-once novalidate>
<h2>对办理结果评价</h2>
${hidden('receipt', receipt)}${hidden('queryCode', queryCode)}${hidden('_charset_', '')}
<fieldset class="field${error !== undefined && ' wrong'}" id="grade">
<legend>您对办理结果满意吗</legend>
<span class="hint">每次答复可以评价一次，提交后不能更改。</span>
${GRADES.map((grade) => radio({ name: 'grade', value: grade, label: GRADE_TEXT[grade], hint: HINTS[grade], chosen: false }))}
</fieldset>
<fieldset class="field">
<legend>不满意的原因</legend>
${Object.entries(REASONS).map(
  ([reason, text]) => html`<div class="choice">
<input type="checkbox" id="reason-${reason}" name="reason-${reason}" value="1">
<label for="reason-${reason}">${text}</label>
</div>`,
)}
</fieldset>
<button type="submit">提交评价</button>
</form>`;

/** What they said of it. */
export const gradeLine = (grade: Grade): Html => html`<p>您的评价：${GRADE_TEXT[grade]}</p>`;

/** The form again, with what was wrong with it. */
export const ratingAgain = (state: Proof & { readonly error: string }): Page => ({
  title: '评价没有提交',
  main: html`<h1>对办理结果评价</h1>
${errorSummary([{ field: 'grade', detail: state.error }])}
${ratingForm(state)}`,
});

/** What comes after it: whoever is not satisfied may go on. */
export const ratedPage = (grade: Grade, supplement: SupplementState, { texts }: Pick<Site, 'texts'>): Page => ({
  title: '评价已收到',
  main: html`<h1>评价已收到</h1>
${gradeLine(grade)}
${said(sayPage('page-rated', { unsolved: grade !== 'satisfied' }), texts)}
${grade !== 'satisfied' && supplementForm(supplement)}
<p><a href="/progress">查询进展</a></p>`,
});
