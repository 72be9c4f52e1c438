import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { htmlMail } from '../adapters/email/html-mail.ts';
import { samplesOf } from '../bin/notices/samples.ts';
import { ProvinceFile } from '../config/schemas/province.ts';
import { contextOf, startBrowser } from './support/browser.ts';

// The ten commonest mails as a telephone and a mail window show them, by `npm run mail-screenshots`: docs/mails.md.

const ROOT = join(import.meta.dirname, '..');
/** By the text, the kind of the letter; complainants' letters have none. */
const MAILS: Readonly<Record<string, string>> = {
  ...{ 'assigned-lead': '交办', chased: '提醒', 'chased-above': '督办', urged: '催单', supplemented: '补充' },
  ...{
    'telling-receipt': '',
    'telling-accepted': '',
    'telling-declined': '',
    'telling-extended': '',
    'telling-closed': '',
  },
};
/** What an ordinary case has not. */
const ABSENT = [
  ...['later', 'codeless', 'joined', 'earlier', 'needed'],
  ...['signing', 'scheduled', 'provisional', 'days', 'last', 'letter', 'departs', 'batch', 'item'],
];
const WIDTHS = [390, 800];

const settings = ProvinceFile.parse(JSON.parse(readFileSync(join(ROOT, 'config', 'provinces', 'demo.json'), 'utf8')));
const own = [settings.organiser.pages, settings.staff.desk!];
const samples = samplesOf(join(ROOT, 'config'), settings, ABSENT).filter(({ name }) => name in MAILS);
const browser = await startBrowser();
for (const width of WIDTHS) {
  const page = await (await contextOf(browser, { viewport: { width, height: 600 } })).newPage();
  for (const { name, subject, text } of samples) {
    await page.setContent(htmlMail({ subject: subject.replace('通知', MAILS[name]!), text }, own));
    const path = join(ROOT, 'docs', 'images', `mail-${name}-${width}.jpg`);
    await page.screenshot({ path, type: 'jpeg', quality: 60, fullPage: true });
  }
}
await browser.close();
