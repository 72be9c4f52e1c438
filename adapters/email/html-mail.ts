/** A mail as its reader sees it. */
export interface MailWords {
  readonly subject: string;
  readonly text: string;
}

/** Red for what may hurt people or is late, amber for what presses. */
const COLOURS: readonly (readonly [kinds: RegExp, colour: string])[] = [
  [/^【(?:紧急|加急|督办|超期|督办令)】/, '#b3261e'],
  [/^【(?:催办|催单|退单|退回|批示)】/, '#9a5b00'],
];
const CALM = '#1f6f54';
const FONT = "font-family:'PingFang SC','Microsoft YaHei',Arial,sans-serif";

/**
 * The same words as the plain text, in tables and inline styles only, for Foxmail and QQ Mail keep nothing else: lines
 * `名称：…` as rows, the address of a page of ours as a button. No image, no address but ours. `own`: an address at each host
 * of ours.
 */
export function htmlMail({ subject, text }: MailWords, own: readonly string[]): string {
  const colour = COLOURS.find(([kinds]) => kinds.test(subject))?.[1] ?? CALM;
  const blocks = text.split(/\n{2,}/).map((block) => blockOf(block, colour, own));
  return [
    '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width,initial-scale=1"></head>',
    '<body style="margin:0;padding:0;background:#f3f5f4">',
    '<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="background:#f3f5f4"><tr><td align="center" style="padding:12px">',
    `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:640px;background:#ffffff;border-top:6px solid ${colour};${FONT};font-size:16px;line-height:1.7;color:#1c1c1c;text-align:left">`,
    `<tr><td style="padding:18px 20px 6px;font-size:19px;font-weight:bold;line-height:1.5;color:${colour}">${escaped(subject)}</td></tr>`,
    ...blocks.map((block) => `<tr><td style="padding:8px 20px">${block}</td></tr>`),
    '<tr><td style="padding:6px"></td></tr></table></td></tr></table></body></html>',
  ].join('\n');
}

const ROW = /^(?<label>\p{Script=Han}{2,6}：)(?<value>.+)$/u;

/** Rows that follow one another are one table. */
function blockOf(block: string, colour: string, own: readonly string[]): string {
  const pieces: string[] = [];
  let rows: string[] = [];
  const flush = () => {
    if (rows.length > 0) pieces.push(`${TABLE}${rows.join('')}</table>`);
    rows = [];
  };
  for (const line of block.split('\n')) {
    const { label, value } = ROW.exec(line)?.groups ?? {};
    if (label === undefined || value === undefined) {
      flush();
      pieces.push(`<div style="${line.startsWith(' ') ? 'padding-left:1.2em' : ''}">${linked(line, own)}</div>`);
    } else if (isOwn(value, own)) {
      flush();
      pieces.push(buttonOf(label, value, colour));
    } else rows.push(rowOf(label, value, own));
  }
  flush();
  return pieces.join('');
}

const TABLE =
  '<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="border-collapse:collapse">';
const CELL = 'padding:5px 0;border-bottom:1px solid #e4e8e6;vertical-align:top';

function rowOf(label: string, value: string, own: readonly string[]): string {
  const isLate = label === '期限：' && value.includes('已超期');
  const weight = label === '期限：' || label === '应办：' ? ';font-weight:bold' : '';
  return `<tr><td width="112" style="${CELL};color:#5b6661;white-space:nowrap">${escaped(label)}</td><td style="${CELL}${weight}${isLate ? ';color:#b3261e' : ''}">${linked(value, own)}</td></tr>`;
}

/** Its words without the colon, and the address for whoever copies it. */
function buttonOf(label: string, address: string, colour: string): string {
  return [
    `<table role="presentation" cellpadding="0" cellspacing="0"><tr><td bgcolor="${colour}" style="border-radius:6px">`,
    `<a href="${escaped(address)}" style="display:inline-block;padding:12px 26px;color:#ffffff;font-size:17px;font-weight:bold;text-decoration:none">${escaped(label.slice(0, -1))}</a>`,
    `</td></tr></table><div style="padding-top:6px;font-size:12px;color:#5b6661;word-break:break-all">${escaped(address)}</div>`,
  ].join('');
}

const ADDRESS = /https:\/\/[\w./?=&#%~@:-]+/g;

const isOwn = (address: string, own: readonly string[]): boolean =>
  /^https:\/\/\S+$/.test(address) && own.some((one) => new URL(one).origin === URL.parse(address)?.origin);

/** Escaped, our own addresses as links; those that somebody wrote stay words. */
function linked(words: string, own: readonly string[]): string {
  let end = 0;
  let html = '';
  for (const { 0: address, index } of words.matchAll(ADDRESS)) {
    if (!isOwn(address, own)) continue;
    html += `${escaped(words.slice(end, index))}<a href="${escaped(address)}" style="color:#1f6f54">${escaped(address)}</a>`;
    end = index + address.length;
  }
  return html + escaped(words.slice(end));
}

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (words: string): string => words.replace(/[&<>"']/g, (sign) => SIGNS[sign]!);
