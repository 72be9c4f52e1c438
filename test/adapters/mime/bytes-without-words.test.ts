import { describe, expect, it } from 'vitest';
import { readMail } from '../../../adapters/mime/read-mail.ts';
import { base64, gbk, html, letter, part, printable } from '../../support/letters.ts';
import { encodedAs, TEXT, textOf, WORDS } from '../../support/read-letters.ts';

const XHTML = `<!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><head><title/><script src="a.js"/></head><body><p/><p>${WORDS}</p></body></html>`;

describe('HTML that browsers show is read', () => {
  it.each([
    ['a head that closes itself', `<html><head/><body>${WORDS}</body></html>`],
    ['a head that nobody closed', `<html><head><meta charset="utf-8"><body>${WORDS}</body></html>`],
    ['a head alone, the words in it', `<head><div>${WORDS}</div></head>`],
    ['a style that nobody closed', `<style>p{color:red}<p>${WORDS}</p>`],
    ['a title that nobody closed', `<title>来信<body><p>${WORDS}</p></body>`],
    ['a comment that nobody closed', `<!-- begin <p>${WORDS}</p>`],
    ['a script that nobody closed', `<script>var a = 1;<p>${WORDS}</p>`],
    ['a condition of Outlook', `<!--[if mso]>x<![endif]--><![if !mso]><p>${WORDS}</p><![endif]>`],
    ['no body', WORDS],
    ['only a body', `<body>${WORDS}`],
    ['what stands without scripts', `<noscript>${WORDS}</noscript>`],
    ['a field of a form', `<form><input type="text" value="${WORDS}"></form>`],
    ['a box of a form', `<textarea>${WORDS}</textarea>`],
    ['a frame of tables', `<table><tr><td><table><tr><td>${WORDS}</td></tr></table></td></tr></table>`],
    ['numbers for characters, no semicolons', [...WORDS].map((sign) => `&#${sign.codePointAt(0)}`).join('')],
    ['upper case', `<HTML><HEAD><TITLE>x</TITLE></HEAD><BODY><P>${WORDS}</P></BODY></HTML>`],
    ['a tag that never ends', `<p>${WORDS}</p><div`],
  ])('with %s', async (_, written) => expect(await textOf(letter(html(written)))).toContain(WORDS));

  it('keeps lines that were formatted before, and what looks like a tag and is none', async () => {
    const { text } = await readMail(letter(html('<pre>一\n二</pre>浓度 5 < 6，找王工<wang@c.example>')));
    expect(text).toBe('一\n二浓度 5 < 6，找王工<wang@c.example>');
  });

  it('has the address of each link behind its words, once', async () => {
    const links = [
      '<a href="https://f.example/a?b=1&amp;c=2">视频</a>',
      '<a href="https://f.example/">f.example</a>',
      '<a href="mailto:wang@c.example">王工</a>',
      '<a href="#top">上</a><a href="tel:1">电话</a>',
      '<a href="http://g.example/x"><img src="cid:none" width="1" height="1">照片',
    ].join('；');
    const { text, lacks } = await readMail(letter(html(links)));
    expect(text).toBe(
      '视频 <https://f.example/a?b=1&c=2>；f.example；王工 <wang@c.example>；上电话；照片 <http://g.example/x>',
    );
    expect(lacks).toBe(false);
  });

  it('marks what it quotes, as plain text does', async () => {
    const { own, quoted } = await readMail(
      letter(html(`<p>${WORDS}</p><blockquote type="cite"><p>旧信</p><p>两行</p></blockquote>`)),
    );
    expect([own, quoted.replace(/\n+/g, '\n')]).toEqual([WORDS, '> 旧信\n> 两行']);
  });
});

describe('an encoding that was not kept to is read all the same', () => {
  const lines = ['南门外的水泥厂', '白天黑夜冒灰，', '窗台一天一层。'];
  it.each([
    ['base64 of each line', encodedAs('base64', lines.map((line) => base64(line)).join('\r\n')), lines.join('')],
    [
      'base64 in two pieces',
      encodedAs('base64', `${base64(lines[0]!)}\r\n\r\n${base64(lines[1]!)}`),
      lines[0]! + lines[1]!,
    ],
    ['base64 of each line in one', encodedAs('base64', lines.map((line) => base64(line)).join('')), lines.join('')],
    ['base64 without its padding', encodedAs('base64', base64(WORDS).replace(/=+$/, '')), WORDS],
    ['base64 for addresses', encodedAs('base64', Buffer.from(WORDS).toString('base64url')), WORDS],
    [
      'base64 with a footer',
      encodedAs('base64', `${base64(WORDS)}\r\n\r\n--\r\nList footer, not encoded`),
      `${WORDS} -- List footer, not encoded`,
    ],
    ['base64 by another name', encodedAs('x-base-64', base64(WORDS)), WORDS],
    ['base64 that is none any more', encodedAs('base64', WORDS), WORDS],
    ['English under base64', encodedAs('base64', 'The plant emits dust'), 'The plant emits dust'],
    ['base64 that nobody names', encodedAs('7bit', base64(WORDS)), WORDS],
    ['quoted-printable by another name', encodedAs('quoted_printable', printable(WORDS)), WORDS],
    ['quoted-printable that is none', encodedAs('quoted-printable', WORDS), WORDS],
    ['text with the NUL that ends it in a program', letter(part([TEXT], `${WORDS}\0`)), WORDS],
    ['HTML with what fills its last block', letter(html(`<p>${WORDS}</p>\0\0\0`)), WORDS],
    ['a charset for an encoding', encodedAs('utf-8', WORDS), WORDS],
    [
      'text that is flowed',
      letter(part([`${TEXT}; format=flowed; delsp=yes`], '南门外 \r\n的水泥厂 \r\n冒灰')),
      '南门外的水泥厂冒灰',
    ],
    [
      'text that is flowed with its blanks',
      letter(part([`${TEXT}; format=flowed`], 'the plant \r\nemits \r\n dust')),
      'the plant emits dust',
    ],
    [
      'rich text of old',
      letter(part(['Content-Type: text/richtext; charset=utf-8'], `<bold>${WORDS}</bold><nl>`)),
      WORDS,
    ],
    ...['application/xhtml+xml', 'application/vnd.wap.xhtml+xml', 'TEXT/XHTML'].map(
      (type): [string, Buffer, string] => [
        `a page as ${type}, with the charset in its first line`,
        letter(part([`Content-Type: ${type}`], gbk(`<?xml version="1.0" encoding="GB2312"?>${XHTML}`))),
        WORDS,
      ],
    ),
    ['a text of a kind that nobody knows', letter(part(['Content-Type: text/x-note; charset=gbk'], gbk(WORDS))), WORDS],
    ['a type of one word', letter(part(['Content-Type: text'], WORDS)), WORDS],
    ['HTML by one word', letter(part(['Content-Type: html'], `<p>${WORDS}</p>`)), WORDS],
    ['a type that forgot its semicolon', letter(part(['Content-Type: text/plain charset=gbk'], gbk(WORDS))), WORDS],
  ])('%s', async (_, raw, words) => expect(await textOf(raw)).toBe(words));
});
