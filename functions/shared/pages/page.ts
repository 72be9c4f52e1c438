import type { Texts } from '../../../domain/texts/text.ts';
import type { Answer } from '../http/http.ts';
import { documentAnswer, partsOf, raw } from './document.ts';
import { type Html, html } from './html.ts';
import { SCRIPT } from './script.ts';
import { STYLESHEET } from './stylesheet.ts';

/** Whose pages these are. */
export interface Site {
  /** The province's name. */
  readonly name: string;
  /** 主办单位: who speaks, and answers the telephone. */
  readonly organiser: {
    readonly name: string;
    readonly telephone: string;
    /** ICP备案号. */
    readonly filing: string;
  };
  /** What its pages tell (domain/pages/page-texts.ts). */
  readonly texts: Texts;
}

export interface Page {
  readonly title: string;
  readonly main: Html;
  /** The address of this page, where it has a place in the navigation. */
  readonly path?: '/' | '/progress' | '/privacy';
  /** Where its forms may be sent beside this site. */
  readonly postsTo?: string | undefined;
  /** Seconds for which the page may be kept by whoever passes it on; pages with a form or anything personal are not. */
  readonly freshSeconds?: number;
}

const NAVIGATION = [
  ['/', '我要投诉'],
  ['/progress', '查询进展'],
  ['/privacy', '隐私说明'],
] as const;

const EMPTY_ICON = 'data:,';
const PARTS = partsOf(STYLESHEET, SCRIPT);

/**
 * A page of the site as the answer to a request. Nothing in it comes from elsewhere, and nothing but its own style and
 * script is let run.
 */
export function pageAnswer(
  statusCode: number,
  page: Page,
  site: Site,
  headers: Readonly<Record<string, string>> = {},
): Answer {
  const { freshSeconds, postsTo } = page;
  const caching = freshSeconds === undefined ? {} : { 'cache-control': `public, max-age=${freshSeconds}` };
  return documentAnswer(statusCode, documentOf(page, site), { ...PARTS, postsTo }, { ...caching, ...headers });
}

function documentOf({ title, main, path }: Page, { name, organiser }: Site): string {
  const links = NAVIGATION.map(
    ([target, words]) =>
      html`<li><a href="${target}"${target === path && raw(' aria-current="page"')}>${words}</a></li>`,
  );
  return html`${raw('<!DOCTYPE html>')}
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="format-detection" content="telephone=no">
<title>${title} - ${name}生态环境信访投诉</title>
<link rel="icon" href="${EMPTY_ICON}">
<style>${raw(STYLESHEET)}</style>
</head>
<body>
<a class="skip" href="#main">跳到正文</a>
<header><div class="band">
<a class="office" href="/">${name}生态环境信访投诉</a>
<span class="motto">事事有回音，件件有着落</span>
<nav aria-label="主要页面"><ul>${links}</ul></nav>
</div></header>
<main id="main">
${main}
</main>
<footer><div>
<p>主办单位：${organiser.name}　电话：${organiser.telephone}</p>
<p>${organiser.filing}　<a href="/privacy">我们怎样保护您的信息</a></p>
</div></footer>
<script>${raw(SCRIPT)}</script>
</body>
</html>`.html;
}
