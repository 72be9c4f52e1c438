import { segmentsOf } from '../../domain/notices/text-message.ts';
import type { Sample } from './samples.ts';

/** All samples on one page: when each is sent, its mail both ways, and its text message with length and parts. */
export function indexPage(province: string, samples: readonly Sample[]): string {
  const rows = samples.map(
    ({ name, about, sms }) =>
      `<tr><td><a href="${name}.html">${name}</a>（<a href="${name}.txt">纯文本</a>）</td><td>${escaped(about)}</td><td>${
        sms === undefined ? '—' : `${escaped(sms)}<br><small>${sms.length}字，${segmentsOf(sms.length)}条</small>`
      }</td></tr>`,
  );
  return [
    '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>通知文本</title>',
    `<h1>通知文本：${escaped(province)}</h1><table border="1" cellpadding="6">`,
    '<tr><th>文本</th><th>何时发送</th><th>短信</th></tr>',
    ...rows,
    '</table></html>\n',
  ].join('\n');
}

const escaped = (words: string): string => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
