import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { htmlMail } from '../adapters/email/html-mail.ts';
import { textNames } from '../config/schemas/notice-texts.ts';
import type { ProvinceSettings } from '../config/schemas/province.ts';
import { segmentsOf } from '../domain/notices/text-message.ts';
import { html } from '../functions/shared/pages/html.ts';
import { pageAnswer } from '../functions/shared/pages/page.ts';
import { prose } from '../functions/shared/pages/prose.ts';
import { readArguments, refuse } from './arguments.ts';
import { indexPage } from './notices/index-page.ts';
import { type Sample, samplesOf } from './notices/samples.ts';
import { readProvinceConfig } from './province-config.ts';

const USAGE = `usage: npm run notices -- preview [PROVINCE] [TEXT] [--out FOLDER]
Shows the texts of config/notices as people get them, each with its examples: every text of every province where
nothing is named. Writes for each a mail, or a part of a page, as it is read and as plain text, and an index of all with their text messages.
--out  where to (default: notices-preview); without a province, a folder there for each`;

const CONFIG = join(import.meta.dirname, '..', 'config');

const options = { out: { type: 'string' } } as const;
const { values, positionals } = readArguments(process.argv.slice(2), { usage: USAGE, options, positionals: [1, 3] });
const [verb = '', province, only] = positionals;
if (verb !== 'preview') refuse(`${verb} is not preview`, USAGE);
if (only !== undefined && !textNames(CONFIG).includes(only)) refuse(`there is no config/notices/${only}.md`, USAGE);

const out = values.out ?? 'notices-preview';
if (province !== undefined) writePreview(province, out);
else for (const id of provinceNames()) writePreview(id, join(out, id));

function provinceNames(): readonly string[] {
  return readdirSync(join(CONFIG, 'provinces')).map((file) => file.replace(/\.json$/, ''));
}

function writePreview(id: string, folder: string): void {
  const { settings } = readProvinceConfig(id);
  const own = [settings.organiser.pages, ...(settings.staff.desk === undefined ? [] : [settings.staff.desk])];
  mkdirSync(folder, { recursive: true });
  const samples = samplesOf(CONFIG, settings).filter(({ name }) => only === undefined || name === only);
  for (const sample of samples) {
    const { name, subject, text, sms, english } = sample;
    const characters = sms === undefined ? '' : `\n\n短信（${sms.length}字，${segmentsOf(sms.length)}条）：${sms}`;
    const below = english === undefined ? '' : `\n\n对用英文来信的人，下面还有：\n\n${english}`;
    const asRead = sample.reader === 'page' ? partOfPage(sample, settings) : htmlMail({ subject, text }, own);
    writeFileSync(join(folder, `${name}.html`), asRead);
    writeFileSync(join(folder, `${name}.txt`), `${subject}\n\n${text}${characters}${below}\n`);
  }
  writeFileSync(join(folder, 'index.html'), indexPage(settings.name, samples));
  console.log(`${samples.length} texts: ${join(folder, 'index.html')}`);
}

/** What a page tells, on a page that holds nothing else. */
function partOfPage({ about, text }: Sample, { name, organiser }: ProvinceSettings): string {
  const page = { title: about, main: html`<h1>${about}</h1>${prose(text)}` };
  return pageAnswer(200, page, { name, organiser, texts: {} }).body as string;
}
