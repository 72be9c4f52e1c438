import { normaliseQueryCode, normaliseReceipt } from '../receipt.ts';

/** What somebody asks of the chat, instead of adding to their complaint. */
export type ChatCommand =
  | { readonly kind: 'submit' | 'cancel' | 'withdraw' | 'help' | 'person' }
  /** Courtesy: says nothing that anybody could handle. */
  | { readonly kind: 'greet' | 'thank' }
  | { readonly kind: 'progress'; readonly receipt?: string | undefined; readonly queryCode?: string | undefined }
  /** `words`: what they wrote beside the receipt. */
  | { readonly kind: 'urge' | 'supplement'; readonly receipt?: string | undefined; readonly words: string };

/** What is longer tells a story. */
const MOST_CHARACTERS = 1_000;

/** As people type them; whatever the keyboard adds around or between is left out of the comparison. */
const WORDS = {
  submit:
    '提交 完成 完成了 完毕 完畢 确认 確認 确认提交 確認提交 提交投诉 我要提交 提交吧 发完了 發完了 说完了 說完了 没有了 沒有了 done finish'.split(
      ' ',
    ),
  cancel: '取消 取消提交 取消投诉 取消投訴 不投诉了 不投訴了 cancel'.split(' '),
  withdraw:
    '撤回 撤回投诉 撤回投訴 我要撤回 撤销 撤銷 撤销投诉 撤銷投訴 我要撤销 我要撤銷 撤诉 撤訴 我要撤诉 我要撤訴 撤单 撤單 撤件'.split(
      ' ',
    ),
  help: '帮助 幫助 使用帮助 使用说明 使用說明 怎么用 怎么投诉 help'.split(' '),
  person:
    '人工 人工客服 人工服务 人工服務 人工坐席 转人工 轉人工 转人工客服 轉人工客服 找人工 我要人工 客服 联系客服 聯繫客服 联系人工 客服电话 客服電話 联系电话 聯繫電話 电话 電話'.split(
      ' ',
    ),
} as const satisfies Readonly<Record<string, readonly string[]>>;

/**
 * What people say before a complaint, or press where they expect a menu, and what they say after its receipt: one or
 * several of these.
 */
const COURTESIES: readonly [kind: 'greet' | 'thank', words: RegExp][] = [
  [
    'greet',
    courtesyOf(
      '你好 您好 你们好 你們好 早上好 上午好 中午好 下午好 晚上好 请问 請問 在吗 在嗎 在不在 有人吗 有人嗎 啊 呀 hello hi hey goodmorning goodafternoon goodevening',
    ),
  ],
  ['greet', /^\d{1,2}$/],
  [
    'thank',
    courtesyOf(
      '谢谢 謝謝 感谢 感謝 多谢 多謝 辛苦 麻烦 麻煩 好的 好 收到 知道 明白 再见 再見 您 你 们 們 了 啊 哈 嗯 ok okay thanks thankyou bye goodbye',
    ),
  ],
];

function courtesyOf(words: string): RegExp {
  // Of what is longer, somebody means something.
  return new RegExp(`^(?=.{1,16}$)(?:${words.replaceAll(' ', '|')})+$`, 'u');
}

const KINDS = Object.keys(WORDS) as readonly (keyof typeof WORDS)[];

const WITH_RECEIPT: readonly [kind: 'progress' | 'urge' | 'supplement', words: RegExp][] = [
  ['progress', /^(?:我要)?(?:查询进度|查詢進度|查进度|查進度|查询|查詢|进度|進度|progress\b)/iu],
  ['urge', /^(?:我要)?(?:催办|催辦|催单|催單|催一下)/u],
  ['supplement', /^(?:我要)?(?:补充|補充|add\b)/iu],
];

const RECEIPT =
  /^(?:(?:登记|登記|受理)?(?:编号|編號))?[\s\p{P}]*([a-z]{2}(?:[\s\p{Pd}]{0,3}[0-9a-z]{4}){3})(?![0-9a-z])/iu;
const AMONG_WORDS = /(?<![0-9a-z])[a-z]{2}(?:[\s\p{Pd}]{0,3}[0-9a-z]{4}){3}(?![0-9a-z])/giu;
const QUERY_CODE = /^(?:查询码|查詢碼)?[\s\p{P}]*([0-9a-z](?:[\s\p{Pd}]*[0-9a-z]){7})$/iu;
const BETWEEN_CHARACTERS = /(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu;
const EDGE = /[\s\p{P}\p{S}]/u;

/**
 * What parts a command from the words after it, as one writes them in a chat. In a list (、) it is a word among others.
 */
const PARTED = /^(?:我要)?(催办|催辦|催单|催單|催一下|补充|補充|add)[\s,.:;!?。；！？~—-]+(?=\S)/iu;

/**
 * The command in a message, if it is one: nothing but the words, in any width, with whatever spaces and marks; the
 * words and a receipt; or, to urge and to add, whatever is parted from them by a space or a mark. A sentence that
 * merely begins so is part of the complaint. A receipt alone asks for its progress.
 */
export function commandIn(text: string): ChatCommand | undefined {
  if (text.length > MOST_CHARACTERS) return undefined;
  const written = withoutEdges(text.normalize('NFKC'));
  const plain = written.replace(BETWEEN_CHARACTERS, '');
  const bare = plain.replace(/[\s\p{P}\p{S}\p{Cf}\p{M}]/gu, '').toLowerCase();
  const [courtesy] = COURTESIES.find(([, words]) => words.test(bare)) ?? [];
  const asked = KINDS.find((kind) => WORDS[kind].includes(bare)) ?? courtesy;
  if (asked) return { kind: asked };
  for (const [kind, words] of WITH_RECEIPT) {
    const [said] = words.exec(plain) ?? [];
    if (said !== undefined)
      return withReceipt(kind, withoutEdges(plain.slice(said.length))) ?? withWords(kind, written);
  }
  return RECEIPT.test(plain) ? withReceipt('progress', plain) : undefined;
}

/** Fewer digits may be a time of day: "at 10pm they burn". */
const LEAST_DIGITS = 3;

/** What is written like a receipt. Words may have as many letters, "black smoke here", and no dash or digit. */
function receiptIn(typed: string): string | undefined {
  const digits = typed.match(/\d/g)?.length ?? 0;
  const isOne = /\s/.test(typed) ? digits >= LEAST_DIGITS : digits > 0 || /\p{Pd}/u.test(typed);
  return isOne ? normaliseReceipt(typed) : undefined;
}

function withReceipt(kind: 'progress' | 'urge' | 'supplement', rest: string): ChatCommand | undefined {
  if (rest === '') return kind === 'progress' ? { kind } : { kind, words: '' };
  const [said = '', typed = ''] = RECEIPT.exec(rest) ?? [];
  const receipt = receiptIn(typed);
  if (receipt === undefined) return undefined;
  const words = withoutEdges(rest.slice(said.length));
  if (kind !== 'progress') return { kind, receipt, words };
  if (words === '') return { kind, receipt };
  const code = QUERY_CODE.exec(words)?.[1];
  return code === undefined ? undefined : { kind, receipt, queryCode: normaliseQueryCode(code) };
}

/** For the latest complaint, unless the words name another one. */
function withWords(kind: 'progress' | 'urge' | 'supplement', written: string): ChatCommand | undefined {
  const [said] = PARTED.exec(written) ?? [];
  if (kind === 'progress' || said === undefined) return undefined;
  const words = written.slice(said.length);
  const [receipt] = [...words.matchAll(AMONG_WORDS)].flatMap(([typed]) => receiptIn(typed) ?? []);
  return { kind, ...(receipt !== undefined && { receipt }), words };
}

/**
 * Character by character: a pattern that looks for the end tries each run of spaces or marks on the way as often as it
 * is long.
 */
function withoutEdges(text: string): string {
  const characters = [...text];
  const isInside = (character: string) => !EDGE.test(character);
  const start = characters.findIndex(isInside);
  return start < 0 ? '' : characters.slice(start, characters.findLastIndex(isInside) + 1).join('');
}
