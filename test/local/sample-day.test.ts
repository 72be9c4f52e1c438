import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readAnalysisRules } from '../../adapters/config/read-analysis-rules.ts';
import { readMail } from '../../adapters/mime/read-mail.ts';
import { analyse } from '../../domain/analysis.ts';
import { EMAIL } from '../../local/sample-day/complaints/email.ts';
import { COMPLAINTS } from '../../local/sample-day/complaints.ts';
import { padTo, widthOf } from '../../local/sample-day/log-book/text-width.ts';
import { ON_THE_DESK } from '../../local/sample-day/on-the-desk.ts';
import { type AnySample, instantOf } from '../../local/sample-day/sample.ts';
import { rawMail } from '../../local/sample-day/senders/raw-mail.ts';
import { STORY } from '../../local/sample-day/story.ts';
import { demoConfig } from '../support/demo-config.ts';

const rules = readAnalysisRules(demoConfig())('2026-11-20');

/** What a sample says, as its channel hands it on. */
function wordsOf(sample: AnySample): { text: string; address?: string; division?: string; target?: string } {
  switch (sample.channel) {
    case 'web':
      return sample.form;
    case 'partner':
      return sample.order;
    case 'email':
      return { text: `${sample.subject}\n\n${sample.body}` };
    case 'wechat':
      return { text: 'Content' in sample.message ? sample.message.Content : '' };
  }
}

const analysed = COMPLAINTS.map((sample) => ({
  name: sample.name,
  ...analyse({ channel: sample.channel, ...wordsOf(sample) }, rules),
}));
const analysisOf = (name: string) => analysed.find((one) => one.name === name)!;

describe('the sample day shows what a province gets', () => {
  it('has at least 24 complaints through four channels', () => {
    expect(COMPLAINTS.length).toBeGreaterThanOrEqual(24);
    expect([...new Set(COMPLAINTS.map(({ channel }) => channel))].toSorted()).toEqual([
      'email',
      'partner',
      'web',
      'wechat',
    ]);
  });

  it('comes from all six cities', () => {
    const cities = new Set(analysed.flatMap(({ place }) => place?.division.slice(0, 4) ?? []));
    expect([...cities].toSorted()).toEqual(['9901', '9902', '9903', '9904', '9905', '9906']);
  });

  it('is about air, water, soil, noise, waste, radiation, nature and the sea', () => {
    const types = new Set(analysed.flatMap(({ classification }) => classification.types));
    for (const type of ['大气', '水', '土壤', '噪声', '固废', '辐射', '生态', '海洋']) expect(types).toContain(type);
  });

  it('is written as people write: a few hundred characters, the median near two hundred', () => {
    const lengths = COMPLAINTS.map((sample) => [...wordsOf(sample).text].length).toSorted((one, other) => one - other);
    const median = lengths[Math.floor(lengths.length / 2)]!;
    expect(median).toBeGreaterThan(150);
    expect(median).toBeLessThan(250);
  });

  it('names each complaint and each message once', () => {
    const names = COMPLAINTS.map(({ name }) => name);
    const ids = COMPLAINTS.map((sample) => ('messageId' in sample ? sample.messageId : sample.name));
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('wakes the duty desk for dying fish and for people who are sick at night', () => {
    for (const name of ['fish-kill', 'night-smell']) {
      expect(analysisOf(name).classification.urgency).toBe('emergency');
      const hour = Number(COMPLAINTS.find((sample) => sample.name === name)!.at.slice(11, 13));
      expect(hour < 6 || hour >= 22).toBe(true);
    }
  });

  it('sends other departments what is theirs, and to the catch-all desk what nobody can place', () => {
    expect(rules.organs.get(analysisOf('karaoke').route.lead)?.department).toBe('public-security');
    expect(rules.organs.get(analysisOf('cooking-fumes').route.lead)?.department).toBe('urban-management');
    expect(analysisOf('rail-noise').classification.matter).toBe('rail-noise');
    expect(analysisOf('vague').route).toMatchObject({ lead: 'qinghe-desk', rule: 'catch-all' });
  });

  it('has one complaint about several matters, for several departments', () => {
    const { classification, route } = analysisOf('harbour-town');
    expect(classification.types.length).toBeGreaterThanOrEqual(2);
    const departments = [route.lead, ...route.assisting].map((organ) => rules.organs.get(organ)?.department);
    expect(new Set(departments).size).toBeGreaterThanOrEqual(2);
  });

  it('has a WeChat message that comes three times, and a mail that comes again after three days', () => {
    const again = (channel: string) => COMPLAINTS.filter((sample) => sample.channel === channel && sample.again);
    expect(again('wechat').map(({ again }) => again!.length)).toEqual([2]);
    const [mail] = again('email');
    const days = (Date.parse(instantOf(mail!.again![0]!)) - Date.parse(instantOf(mail!.at))) / 86_400_000;
    expect(Math.floor(days)).toBe(3);
  });

  it('tells of acts on complaints that exist, after they came in', () => {
    for (const { about, at } of STORY) {
      const sample = COMPLAINTS.find(({ name }) => name === about);
      expect(sample, about).toBeDefined();
      expect(instantOf(at) > instantOf(sample!.at)).toBe(true);
    }
  });
});

describe('what lies on the desk of whoever logs in first', () => {
  it.each(ON_THE_DESK)('is ordinary work of 临禾分局, as it came at $at', ({ form, at, acts }) => {
    const { classification, route } = analyse({ channel: 'web', ...form }, rules);
    expect([route.lead, classification.urgency === 'emergency']).toEqual(['linhe-ecology', false]);
    expect([at, ...acts.map((act) => act.at)]).toEqual([at, ...acts.map((act) => act.at)].toSorted());
  });
});

describe('the mails of the sample day', () => {
  it.each(EMAIL)('$name reads back as it was written', async (sample) => {
    const mail = await readMail(rawMail(sample, 'complaints@huiyin.qinghe.example'));
    expect(mail).toMatchObject({
      messageId: sample.messageId,
      subject: sample.subject,
      from: { name: sample.from.name, address: sample.from.email },
      automatic: undefined,
    });
    const plain = (text: string) => text.replace(/\s+/g, '');
    expect(plain(mail.text)).toBe(plain(sample.body));
  });

  it('include one in GBK, one that is HTML only, and one with a picture', () => {
    expect(new Set(EMAIL.map(({ form }) => form))).toEqual(new Set(['gbk', 'html', 'picture', 'plain']));
  });
});

describe('columns of Chinese text', () => {
  it('counts a Chinese character and its punctuation twice', () => {
    expect(widthOf('死鱼，QH-1')).toBe(10);
  });

  it('fills up to the column, and leaves what is longer', () => {
    expect(`${padTo('邮件', 6)}|`).toBe('邮件  |');
    expect(`${padTo('邮件', 3)}|`).toBe('邮件|');
  });
});

const SHARED = join(import.meta.dirname, '..', '..', '..', 'shared', 'data', 'cases');

describe.skipIf(!existsSync(SHARED))('beside the real complaints', () => {
  it('not one sentence of ours is taken from them', () => {
    const real = readdirSync(SHARED)
      .map((file) => readFileSync(join(SHARED, file), 'utf8'))
      .join('\n');
    const ours = new Set(
      COMPLAINTS.flatMap((sample) => {
        const { text } = wordsOf(sample);
        return Array.from({ length: Math.max(0, text.length - 13) }, (_, start) => text.slice(start, start + 14));
      }),
    );
    const copied: string[] = [];
    for (let start = 0; start + 14 <= real.length; start += 1) {
      const piece = real.slice(start, start + 14);
      if (ours.has(piece)) copied.push(piece);
    }
    expect(copied).toEqual([]);
  });
});
