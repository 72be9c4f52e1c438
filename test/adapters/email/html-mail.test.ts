import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { htmlMail } from '../../../adapters/email/html-mail.ts';
import { noticesFor } from '../../../domain/notices/notices-for.ts';
import { caseAfter, registeredAt, swept } from '../../support/cases.ts';
import { beijing, contextAt } from '../../support/rules.ts';

const OWN = ['https://desk.example/', 'https://12369.example/'];
const mail = (text: string) => htmlMail({ subject: '【超期】甲', text }, OWN);

/** What is read of a page: without tags, its signs as they were written. */
const wordsOf = (html: string): string =>
  html
    .replace(/<[^>]*>/g, '')
    .replace(
      /&(amp|lt|gt|quot|#39);/g,
      (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" })[name]!,
    )
    .replace(/\s/g, '');

const RULES = contextAt(beijing('2026-09-20 10:00'));
const { state, events } = caseAfter(registeredAt(beijing('2026-09-20 10:00')), swept(beijing('2026-10-08 09:00')));
const [letter] = noticesFor(events.at(-1)!, state, RULES);

describe('a mail in HTML', () => {
  it('says what the plain text says, in its order', () => {
    const html = htmlMail(letter!, OWN);
    const plain = `${letter!.subject}${letter!.text}`.replace(/\s/g, '');
    // The words of the button stand without the colon.
    expect(wordsOf(html)).toBe(plain.replace('打开工作台：https', '打开工作台https'));
  });

  it('escapes whatever somebody wrote: no tag, attribute or address of theirs becomes one of ours', () => {
    const sign = fc.constantFrom(
      '<',
      '>',
      '"',
      "'",
      '&',
      '：',
      '\n',
      '期限',
      'https://',
      'evil.example',
      '/',
      'javascript:',
      '甲',
    );
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 30 }), (signs) => {
        const words = signs.join('');
        const html = mail(words);
        expect(html.match(/<(?!\/?(?:html|head|meta|body|table|tr|td|div|a)\b|!doctype)/)).toBeNull();
        expect(html).not.toMatch(/href="(?!https:\/\/(?:desk|12369)\.example\/)/);
        expect(wordsOf(html)).toContain(words.replace(/\s/g, ''));
      }),
      { numRuns: 200 },
    );
  });

  it('has one button, to the case at the desk, and no secret in its address', () => {
    const links = [...htmlMail(letter!, OWN).matchAll(/href="([^"]*)"/g)].map(([, address]) => address);
    expect(links).toEqual(['https://desk.example/desk/cases/QH-0000-0000-0001']);
  });

  it('makes no link of an address that only begins like ours', () => {
    expect(mail('工作台：https://desk.example.evil.example/')).not.toContain('href=');
    expect(mail('见https://desk.example@evil.example/')).not.toContain('href=');
  });

  it('fetches nothing, and keeps to what every mail program shows', () => {
    const html = htmlMail(letter!, OWN);
    expect(html).not.toMatch(/<(?:img|link|script|style|iframe|object)|url\(|@import|display:(?:flex|grid)/);
    expect(Buffer.byteLength(html)).toBeLessThan(12_000);
  });

  it('shows in red that a deadline has passed', () => {
    expect(mail('期限：2026年10月5日前，已超期2天')).toMatch(/color:#b3261e">2026年10月5日前，已超期2天/);
    expect(mail('期限：2026年10月5日前，还有2天')).not.toMatch(/color:#b3261e">2026/);
  });
});
