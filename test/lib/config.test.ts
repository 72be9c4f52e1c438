import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkConfig } from '../../config/schemas/check.ts';
import { editedConfig, root, TODAY } from '../support/edited-config.ts';

const { edit, faults, folder, house } = editedConfig();

it('the configuration in the repository has no fault', () => {
  expect(checkConfig(join(root, 'config'), TODAY)).toMatchObject({ faults: [], provinces: [{}, {}, {}] });
});

it('all faults of all files are told at once, each with its file and place', () => {
  writeFileSync(join(folder(), 'calendar.json'), '{"years": ');
  edit('provinces/demo.json', (demo) => {
    demo.letters = 'Qh';
    demo.mail.from = 'nobody';
    demo.colour = 'green';
    demo.demonstration = false;
  });
  edit('provinces/jiangsu.json', (jiangsu) => {
    jiangsu.policyVersion = '1999-1';
  });
  rmSync(join(folder(), 'routing/yunnan.json'));
  expect(faults().map((line) => line.replace(/(is not JSON): .*/, '$1'))).toEqual([
    'config/calendar.json: is not JSON',
    'config/provinces/demo.json /letters: must be two capital letters',
    'config/provinces/demo.json /mail/from: Invalid email address',
    'config/provinces/demo.json: Unrecognized key: "colour"',
    'config/provinces/demo.json /region: a real province must be in a cn- region: personal data may not leave the country',
    'config/provinces/demo.json /reach: is required of a demonstration, which reaches no real person, and of no use to a real province',
    'config/provinces/jiangsu.json /policyVersion: "1999-1" is not in config/clocks.json',
    'config/routing/yunnan.json: is missing',
  ]);
});

it('an industry told from a source, a term or a subtype that does not exist is named', () => {
  edit('taxonomy.json', ({ industries }) => {
    industries.bySource.circus = '其他';
    industries.byTerm.化工业 += ' 香水厂';
    industries.bySubtype.perfume = '化工业';
  });
  expect(faults()).toEqual([
    'config/taxonomy.json /industries/bySource: "circus" is no source in config/lexicon.json',
    'config/taxonomy.json /industries/byTerm/化工业: "香水厂" is no term of a source in config/lexicon.json',
    'config/taxonomy.json /industries: "perfume" is no subtype',
  ]);
});

it('an industry that no national bulletin knows is refused', () => {
  edit('taxonomy.json', ({ industries }) => {
    industries.bySource.mine = '采矿业';
  });
  expect(faults()).toEqual([expect.stringContaining('config/taxonomy.json /industries/bySource/mine')]);
});

it("a province's own weights are checked as the national ones are", () => {
  mkdirSync(join(folder(), 'models'));
  writeFileSync(join(folder(), 'models', 'yunnan.json'), '{ "version": "1", "source": "corrections", "incident": {} }');
  expect(faults()).toEqual([
    expect.stringContaining('config/models/yunnan.json /incident'),
    expect.stringContaining('config/models/yunnan.json /incident'),
    expect.stringContaining('config/models/yunnan.json /incident'),
  ]);
});

describe('the law', () => {
  it('that ends by one entry names every text that needs a successor', () => {
    edit('statutes.json', ({ instruments }) => {
      instruments.petition.to = '2028-12-31';
    });
    expect(faults()).toEqual([
      expect.stringMatching(
        /^config\/statutes\.json \/instruments\/petition: 《信访工作条例》 ends on 2028-12-31: say what comes after in .*tell, handle, procedure-suggestion, /,
      ),
    ]);
  });

  it('lacks nothing that texts cite, and has nothing that none cites', () => {
    edit('statutes.json', ({ provisions }) => {
      provisions.confidences = provisions.confidentiality;
      delete provisions.confidentiality;
    });
    expect(faults()).toEqual([
      'config/statutes.json /provisions: "confidentiality", which texts cite, is missing',
      'config/statutes.json /provisions: nothing cites "confidences"',
    ]);
  });

  it('is not cited by an article that nobody could print', () => {
    edit('statutes.json', ({ provisions }) => {
      provisions.review.in[0].cites[0][1] = '第35条';
    });
    expect(faults()).toEqual([
      'config/statutes.json /provisions/review/in/0/cites/0/1: must be an article such as 146, 146.1, 1130(8), 7.1(2), or 附录',
    ]);
  });

  it('gives each matter a basis that it has', () => {
    edit('matters.json', ({ matters }) => {
      matters.air.in[0].basis = 'matter:fresh-air';
    });
    expect(faults()).toEqual(['config/matters.json /matters/air: "matter:fresh-air" is not in config/statutes.json']);
  });
});

describe('a province says who speaks', () => {
  it('by name, telephone, filing number and the address of its pages', () => {
    edit('provinces/yunnan.json', (yunnan) => {
      delete yunnan.organiser.name;
      yunnan.organiser.telephone = '厅办公室';
      yunnan.organiser.filing = '滇备00000000号';
      yunnan.organiser.pages = 'http://12369.yunnan.example/';
    });
    expect(faults().map((line) => line.split(': ')[0])).toEqual(
      ['name', 'telephone', 'filing', 'pages'].map((name) => `config/provinces/yunnan.json /organiser/${name}`),
    );
  });

  it('and tells what only it knows of privacy: whom to ask, and how long is fixed by what', () => {
    edit('provinces/jiangsu.json', (jiangsu) => {
      delete jiangsu.privacy.contact.address;
      delete jiangsu.privacy.records.basis;
    });
    edit('provinces/yunnan.json', (yunnan) => {
      delete yunnan.privacy;
    });
    expect(faults().map((line) => line.split(': ')[0])).toEqual([
      'config/provinces/jiangsu.json /privacy/contact/address',
      'config/provinces/jiangsu.json /privacy/records/basis',
      'config/provinces/yunnan.json /privacy',
    ]);
  });
});

describe('personal data stays in the country', () => {
  it('a real province outside China is refused', () => {
    edit('provinces/yunnan.json', (yunnan) => {
      yunnan.region = 'ap-southeast-1';
    });
    expect(faults()).toEqual([
      'config/provinces/yunnan.json /region: a real province must be in a cn- region: personal data may not leave the country',
    ]);
  });

  it('SES in a region of China, where there is none, is refused', () => {
    edit('provinces/yunnan.json', (yunnan) => {
      yunnan.mail.transport = 'ses';
    });
    expect(faults()).toEqual([
      'config/provinces/yunnan.json /mail/transport: there is no SES, which sends mail, in cn-northwest-1: no endpoint `email` in aws-cn (botocore 1.43.107, endpoints.json)',
    ]);
  });
});

describe('the app', { timeout: 180_000 }, () => {
  const runApp = (context: Record<string, unknown>) => {
    for (const part of ['bin', 'lib', 'domain', 'functions'])
      cpSync(join(root, part), join(house(), part), { recursive: true });
    cpSync(join(root, 'package.json'), join(house(), 'package.json'));
    symlinkSync(join(root, 'node_modules'), join(house(), 'node_modules'));
    const output = { CDK_OUTDIR: join(house(), 'cdk.out'), CDK_CONTEXT_JSON: JSON.stringify(context) };
    // What CloudFormation would say of the templates, nag.test.ts asks.
    const env = { ...process.env, ...output, CDK_VALIDATION: 'false' };
    return spawnSync(process.execPath, [join(house(), 'bin/huiyin.ts')], { env, encoding: 'utf8' });
  };

  it('tells the faults, one line each, and exits 1 without a stack trace', () => {
    edit('provinces/demo.json', (demo) => {
      demo.division = '99';
      demo.retentionDays.logs = 31;
    });
    const { status, stderr } = runApp({});
    expect(status).toBe(1);
    expect(stderr.trim().split('\n')).toEqual([
      'config/provinces/demo.json /division: must be the six-digit code of a province',
      expect.stringMatching(/^config\/provinces\/demo\.json \/retentionDays\/logs: Invalid option: expected one of/),
    ]);
  });

  it('knows the provinces it is asked for, or says which it does not', () => {
    const { status, stderr } = runApp({ province: 'atlantis' });
    expect(status).toBe(1);
    expect(stderr.trim()).toBe('config/provinces/atlantis.json: no such province');
  });

  it('makes stacks only for the provinces it is asked for', () => {
    expect(runApp({ province: 'yunnan', 'aws:cdk:bundling-stacks': [] })).toMatchObject({ status: 0, stderr: '' });
    const templates = readdirSync(join(house(), 'cdk.out')).filter((file) => file.endsWith('.template.json'));
    expect(templates).toEqual(['Huiyin-yunnan-data.template.json', 'Huiyin-yunnan.template.json']);
  });
});

it('a demonstration says whom it reaches, testers only', () => {
  edit('provinces/demo.json', (demo) => {
    delete demo.reach;
  });
  edit('provinces/yunnan.json', (yunnan) => {
    Object.assign(yunnan, { demonstration: true, reach: { phones: ['12369'], chats: [] } });
  });
  expect(faults()).toEqual([
    expect.stringContaining('config/provinces/demo.json /reach: is required of a demonstration'),
    'config/provinces/yunnan.json /reach/phones/0: must be a mobile number of eleven digits',
  ]);
});
