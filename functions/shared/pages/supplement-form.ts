import { MAX_CHARACTERS } from '../complaint-text.ts';
import { hidden, textArea } from './fields.ts';
import { type Html, html } from './html.ts';

/** What a person has to show to see their complaint. It goes in the body of requests only, never in an address. */
export interface Proof {
  readonly receipt: string;
  readonly queryCode: string;
}

/** 补充: its proof, and a key made when it is shown, so that one form sent twice is one supplement. */
export interface SupplementState extends Proof {
  readonly key: string;
  readonly text?: string | undefined;
  readonly error?: string | undefined;
}

/** What somebody adds to their complaint. */
export const supplementForm = ({ receipt, queryCode, key, text, error }: SupplementState): Html => html`
<form class="card" method="post" action="/supplements" accept-charset="UTF-8" data-once novalidate>
<h2>补充情况</h2>
${hidden('receipt', receipt)}${hidden('queryCode', queryCode)}${hidden('key', key)}${hidden('_charset_', '')}
${textArea({
  name: 'text',
  label: '想补充什么',
  hint: '新的情况、更准确的地点、对答复的意见。已经办结但问题还在的，也在这里写明。',
  value: text,
  rows: 5,
  maxLength: MAX_CHARACTERS,
  error,
})}
<button type="submit">提交补充</button>
<button type="submit" class="second" name="only" value="photo">只传照片</button>
</form>`;
