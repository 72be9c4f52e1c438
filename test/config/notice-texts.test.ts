import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkConfig } from '../../config/schemas/check.ts';
import { eachOnce } from '../../config/schemas/notice-checks.ts';
import { textsOf } from '../../config/schemas/notice-texts.ts';
import { editedConfig, TODAY } from '../support/edited-config.ts';

const { folder, faults } = editedConfig();
const path = (file: string) => join(folder(), 'notices', file);
const objected = () => readFileSync(path('objected.md'), 'utf8');

function write(file: string, content: string): void {
  mkdirSync(join(path(file), '..'), { recursive: true });
  writeFileSync(path(file), content);
}

// biome-ignore-start lint/suspicious/noTemplateCurlyInString: parameters of a text.
describe('a text of a province', () => {
  it('is said there in place of that of all, and nowhere else', () => {
    write('jiangsu/objected.md', objected().replace('请核实后决定', '请于当日核实后决定'));
    expect(faults()).toEqual([]);
    const [own, others] = ['jiangsu', 'yunnan'].map((province) => textsOf(folder(), province).objected!);
    expect(own!.body).toContain('请于当日核实后决定');
    expect(others!.body).not.toContain('当日');
    expect(own!.version).not.toBe(others!.version);
  });

  it('that nobody says is a fault of its file', () => {
    write('jiangsu/objection.md', objected());
    expect(faults()).toEqual([expect.stringContaining('config/notices/jiangsu/objection.md: nobody says this text')]);
  });

  it('is worded for whoever says it alone: no two texts have one name', () => {
    expect(() => eachOnce({ concluded: {} }, { concluded: { basis: 'term' } })).toThrow(
      'two texts are called "concluded"',
    );
  });

  it('keeps its version as long as its file is the same', () => {
    expect(textsOf(folder(), 'demo').objected!.version).toMatch(/^[0-9a-f]{12}$/);
    expect(textsOf(folder(), 'demo').objected!.version).toBe(textsOf(folder(), 'yunnan').objected!.version);
  });
});

describe('a text that cannot be told is found before the deploy', () => {
  const cases: readonly (readonly [string, (text: string) => string, string])[] = [
    [
      'a parameter that the code does not give',
      (text) => `${text}\n电话：\${phone}`,
      '/body: ${phone} is no parameter',
    ],
    [
      'one that is declared and not given',
      (text) => text.replace('  organ:', '  phone: term 1\n  organ:'),
      '/parameters/phone: is no',
    ],
    ['one that is not declared', (text) => text.replace(/ {2}reason.*\n/, ''), '/parameters/reason: is missing'],
    ['one that is never said', (text) => text.replace('异议理由：${reason}', ''), '/body: never says ${reason}'],
    ['a period that a clock or a law sets', (text) => `${text}\n请于十五日内答复。`, '/body: says "十五日"'],
    [
      'a wrong type',
      (text) => text.replace('reason: words', 'reason: date'),
      '/parameters/reason: is of type words, not date',
    ],
    [
      'no example',
      (text) => text.replace(/organ: term .*/, 'organ: term'),
      '/parameters/organ: "" is no example of term',
    ],
    [
      'free words in the subject',
      (text) => text.replace('请决定\n', '${reason}\n'),
      '/subject: ${reason} may hold personal data',
    ],
    [
      'free words in a text message',
      (text) => text.replace('subject:', 'sms: ${reason}\nsubject:'),
      '/sms: ${reason} may hold',
    ],
    [
      'too much for a text message',
      (text) => text.replace('subject:', 'sms: ${organ}提出异议，请尽快核实并决定\nsubject:'),
      '/sms: has 25 characters',
    ],
    ['no reader', (text) => text.replace('reader: staff', 'reader: public'), 'reader: Invalid option'],
    ['no head', (text) => text.replace('---\n', ''), 'does not begin with a head'],
    ['a line that is none', (text) => text.replace('about: ', 'about '), 'line 3 is not `name: words`'],
    [
      'a name twice',
      (text) => text.replace('reader: staff\n', 'reader: staff\nreader: staff\n'),
      'line 3: reader stands twice',
    ],
  ];

  it.each(cases)('%s', (_, change, fault) => {
    const changed = change(objected());
    expect(changed).not.toBe(objected());
    write('objected.md', changed);
    expect(faults().join('\n')).toContain('config/notices/objected.md');
    expect(faults().join('\n')).toContain(fault);
  });

  it.each([
    ['remedy-petition', '自收到之日起', 'does not say: 复查期限', 'the law asks for it (review)'],
    ['telling-accepted', '办理途径：', 'does not say: 办理途径和程序', 'the law asks for it (tell)'],
    ['telling-letter', '咨询电话：', 'does not say: 咨询电话', '信访人可以核实来信真假'],
  ])('%s of a province that leaves out what must be said: %s', (name, words, fault, why) => {
    write(`jiangsu/${name}.md`, readFileSync(path(`${name}.md`), 'utf8').replace(words, ''));
    const findings = checkConfig(folder(), TODAY).findings.filter(({ severity }) => severity === 'error');
    expect(findings.map(({ file, message }) => [file, message])).toEqual([[`notices/jiangsu/${name}.md`, fault]]);
    expect(findings[0]!.fix).toContain(why);
  });

  it.each([
    ['telling-letter', 'subject: 12369告知', 'subject: 信访告知', '/subject: "信访" tells'],
    ['telling-receipt', 'sms: 已收到', 'sms: 投诉已收到', '/sms: "投诉" tells'],
    ['telling-filed', 'sms: 有新的办理进展\n', '', '/subject: "立案" tells'],
    ['telling-joined', 'subject: 已', 'subject: 您来信所说的事项已经与正在办理的', '/subject: has '],
  ])('%s that tells on the lock screen who complained, or is cut there: %s', (name, words, others, fault) => {
    write(`${name}.md`, readFileSync(path(`${name}.md`), 'utf8').replace(words, others));
    expect(faults()).toEqual([expect.stringContaining(`config/notices/${name}.md ${fault}`)]);
  });

  it('an element that rests on no law in force', () => {
    const file = join(folder(), 'letter-elements.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace('"law": "sue"', '"law": "sued"'));
    expect(faults().join()).toMatch(/letter-elements.json .*nothing of the provision "sued" is in force/);
  });

  it('a text that is missing', () => {
    rmSync(path('objected.md'));
    expect(faults()).toEqual(['config/notices/objected.md: is missing']);
  });

  it.each([
    ['without its English', '', 'is missing'],
    ['whose English names what nobody gives', 'Call ${phone}.${later}', '/body: ${phone} is no parameter'],
    ['whose English says nothing where a line of it holds', 'It is taken up.', '/body: says nothing for ${later}'],
    ['whose English speaks Chinese', 'It has been 受理.${later}', '/body: says "受"'],
    ['nobody reads in English', undefined, 'nobody says this text in English'],
  ])('a text %s', (_, body, fault) => {
    const file = `en/${body === undefined ? 'objected' : 'telling-accepted'}.md`;
    write(file, `---\nreader: complainant\nabout: 受理\n---\n${body}\n`);
    if (body === '') rmSync(path(file));
    expect(faults()).toEqual([expect.stringContaining(`config/notices/${file}`)]);
    expect(faults()[0]).toContain(fault);
  });

  it('English that gives what an officer wrote in Chinese', () => {
    write('en/telling-extended.md', '---\nreader: complainant\nabout: 延期\n---\nIt takes longer: ${reason}\n');
    expect(faults()).toEqual([expect.stringContaining('${reason} is what an officer wrote in Chinese')]);
  });

  it.each([
    ['that says a telephone to nobody', '电话${officeTelephone}', '电话', '/body: never says ${officeTelephone}'],
    ['that leads to no page', '](/progress)', '](/progres)', '/body: leads to "/progres", which is no page'],
  ])('a page %s', (_, right, wrong, fault) => {
    write('yunnan/page-privacy.md', readFileSync(path('page-privacy.md'), 'utf8').replace(right, wrong));
    expect(faults()).toEqual([expect.stringContaining(`config/notices/yunnan/page-privacy.md ${fault}`)]);
  });

  it('says what to do about it', () => {
    write('objected.md', objected().replace('${reason}', '${why}'));
    const { findings } = checkConfig(folder(), TODAY);
    expect(findings.find(({ message }) => message.includes('${why}'))!.fix).toBe('there are organ, reason');
  });
});
// biome-ignore-end lint/suspicious/noTemplateCurlyInString: parameters of a text.
