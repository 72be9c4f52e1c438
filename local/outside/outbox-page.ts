import type { Instant } from '../../domain/calendar/day.ts';
import { TRANSPORT_TEXT } from '../../domain/notices/notice.ts';
import type { Sent } from './outbox.ts';

const beijing = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  weekday: 'short',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/**
 * Everything that was sent, as a page for a person: newest last, Beijing time, only one case if `caseId` is not empty.
 */
export function outboxPage(all: readonly Sent[], caseId: string, now: Instant): string {
  const shown = all.filter((sent) => caseId === '' || sent.caseId === caseId);
  const cases = [...new Set(all.flatMap((sent) => sent.caseId ?? []))];
  return html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>回音 · 已发通知</title>
<style>${trusted(STYLE)}</style>
</head>
<body>
<header>
<h1>回音 · 已发通知</h1>
<p>模拟时间 <time datetime="${now}">${beijing.format(new Date(now))}</time>（北京时间），共 ${String(shown.length)} 条。这里的消息都没有真正发出。</p>
<form method="get">
<label for="case">信访事项</label>
<select id="case" name="case"><option value="">全部</option>${cases.map((id) => option(id, id === caseId))}</select>
<button>查看</button>
</form>
</header>
<main>
${shown.length > 0 ? shown.map(entry) : html`<p>还没有发出任何通知。</p>`}
</main>
</body>
</html>`.text;
}

function option(id: string, selected: boolean): Trusted {
  return html`<option value="${id}"${selected ? ' selected' : ''}>${id}</option>`;
}

function entry({ transport, to, subject, text, at, caseId }: Sent): Trusted {
  const link = caseId && html`<a href="?case=${encodeURIComponent(caseId)}">${caseId}</a>`;
  return html`<article class="${transport}">
<h2>${subject ?? TRANSPORT_TEXT[transport]}</h2>
<p class="facts"><time datetime="${at}">${beijing.format(new Date(at))}</time> · ${TRANSPORT_TEXT[transport]} → ${to} ${link ?? ''}</p>
<pre>${text}</pre>
</article>`;
}

const STYLE = `
:root { color-scheme: light dark; }
body { font: 16px/1.6 system-ui, "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; max-width: 48rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.4rem; } h2 { font-size: 1.05rem; margin: 0; }
article { border: 1px solid #8886; border-left: 4px solid #2a7; border-radius: 6px; padding: .75rem 1rem; margin: 1rem 0; }
article.sms { border-left-color: #27a; }
.facts { margin: .2rem 0 .5rem; font-size: .9rem; opacity: .85; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; margin: 0; }
select, button { font: inherit; }
`;

/** Text that is markup already. */
interface Trusted {
  readonly text: string;
}

type Part = string | Trusted | readonly Trusted[];

const trusted = (text: string): Trusted => ({ text });

/** Every value is escaped unless it was itself made here. */
function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Trusted {
  return { text: strings.map((string, index) => string + written(parts[index] ?? '')).join('') };
}

function written(part: Part): string {
  if (typeof part === 'string') return part.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);
  return 'text' in part ? part.text : part.map(({ text }) => text).join('\n');
}
