import { DIGEST_TEXT, type Digest, digestSettingsSchema } from '../../domain/digests.ts';
import type { RosterContact } from '../../domain/organs.ts';
import type { FormKey } from '../shared/desk/form-key.ts';
import { keysOf } from '../shared/desk/page.ts';
import { choice, hidden } from '../shared/pages/fields.ts';
import { type Html, html } from '../shared/pages/html.ts';

export const DIGESTS = '/desk/digests';

interface DigestsState {
  /** Their own post; none where digests go to somebody else. */
  readonly contact: RosterContact | undefined;
  /** Whether the roster knows who they are. */
  readonly isKnown: boolean;
  readonly version: number;
  readonly typed: (name: string) => string | undefined;
  readonly remark: Html | false;
  readonly key: FormKey;
}

/** 汇总设置: each digest, and by what it comes. */
export const digestsPage = ({
  contact,
  isKnown,
  version,
  typed,
  remark,
  key,
}: DigestsState): Html => html`<h1>汇总设置</h1>
<p class="hint">提醒和催办不在这里设置，照常发给您；这里只管定期的汇总。短信只写件数，详情到工作台看。</p>
${remark}
${
  contact === undefined
    ? html`<p class="note">${isKnown ? TO_HEADS : UNKNOWN}</p>`
    : html`<form method="post" action="${DIGESTS}" accept-charset="UTF-8" data-once novalidate>
${keysOf(key)}${hidden('version', `${version}`)}${hidden('back', DIGESTS)}
${lacking(contact)}
${(Object.keys(DIGEST_TEXT) as Digest[]).map((digest) => ways(digest, typed(digest)))}
<div class="row"><button type="submit">保存</button></div></form>`
}`;

const TO_HEADS = '汇总只发给本单位负责人（通讯录里排在最前的一位），由负责人本人设置。';
const UNKNOWN = html`名册里没有您的人员标识。汇总只发给本单位负责人：您是负责人的，请本单位值班室在<a href="/desk/roster">通讯录</a>里登记您的标识。`;

const WAYS = { email: '邮件', sms: '短信', none: '不要' } as const;

const HINTS: Readonly<Record<Digest, string>> = {
  overdue: '超期没有办结的事项，不能不要。没有设置过的，随当天上午的其他通知一起发；保存以后，没有其他通知也单独发。',
  undelivered: '有通知没有送到本单位人员或者信访人时，下一个工作日上午告知，好核对通讯录；不能不要。',
  weekly: '每周一次，一周的办理情况。',
  monthly: '每月一次，一月的办理情况。',
};

/** By what a digest may come, as its setting allows. */
const waysOf = (digest: Digest) => digestSettingsSchema().shape[digest].unwrap().options;

const ways = (digest: Digest, chosen: string | undefined): Html =>
  html`<fieldset id="${digest}"><legend>${DIGEST_TEXT[digest]}</legend><span class="hint">${HINTS[digest]}</span>
${waysOf(digest).map((way) => choice({ type: 'radio', name: digest, value: way, label: WAYS[way], isOn: way === chosen }))}</fieldset>`;

/** What cannot reach them, whatever they choose. */
function lacking({ email, phone }: RosterContact): Html | undefined {
  const missing = [email === undefined && '邮箱', phone === undefined && '手机'].filter(Boolean);
  if (missing.length === 0) return undefined;
  return html`<p class="note warn">名册里没有您的${missing.join('、')}，选了也收不到，请先在<a href="/desk/roster">通讯录</a>里补上。</p>`;
}
