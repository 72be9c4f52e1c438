import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeNew } from '../../../bin/province/new.ts';
import type { Organ } from '../../../domain/organs.ts';
import { editedConfig } from '../../support/edited-config.ts';

const { folder, house } = editedConfig();

const make = (name: string, wishes: { division?: string; people?: string }) =>
  makeNew({ name, config: folder(), ...wishes });

const organsOf = (name: string): Organ[] =>
  JSON.parse(readFileSync(join(folder(), `organs/${name}.json`), 'utf8')).organs;

const named = (name: string, id: string) => organsOf(name).find((organ) => organ.id === id);

const listOf = (...rows: string[]): string => {
  const path = join(house(), 'list.csv');
  writeFileSync(path, ['机构编号,机构名称,角色,姓名,邮箱,电话', ...rows].join('\n'));
  return path;
};

describe('a province that was not there', () => {
  it('gets its three files and a list of people to fill in', () => {
    const { lines, failed } = make('henan', { division: '410000' });
    expect(failed).toBeUndefined();
    expect(
      lines.filter((line) => line.startsWith('wrote')).map((line) => line.replace(`wrote ${house()}/`, '')),
    ).toEqual([
      'config/provinces/henan.json',
      'config/routing/henan.json',
      'config/organs/henan.json',
      'henan-people.csv',
    ]);
    expect(readFileSync(join(house(), 'henan-people.csv'), 'utf8')).toContain(
      'henan-410102-ecology,郑州市生态环境局中原分局,值班室,,,',
    );
  });

  it('has each department of the law in the province and its cities, each under the one above', () => {
    make('henan', { division: '410000' });
    expect(named('henan', 'henan-410100-water')).toMatchObject({ name: '郑州市水利局', superior: 'henan-water' });
    expect(named('henan', 'henan-410102-ecology')).toMatchObject({ level: 'county', superior: 'henan-410100-ecology' });
    expect(named('henan', 'henan-water')).not.toHaveProperty('superior');
  });

  it('has counties that answer to the province itself where there is no city between', () => {
    make('henan', { division: '410000' });
    make('beijing', { division: '110000' });
    expect(named('henan', 'henan-419001-ecology')).toMatchObject({
      name: '济源市生态环境局',
      superior: 'henan-ecology',
    });
    expect(named('beijing', 'beijing-110105-ecology')).toMatchObject({ superior: 'beijing-ecology' });
    expect(named('beijing', 'beijing-ecology')?.name).toBe('北京市生态环境局');
  });

  it.each(['41', '410100', '990000'])(
    'is not made of the code %s, which is no province, and those that are stand beside it',
    (division) => {
      const { lines, failed } = make('nowhere', { division });
      expect([failed, lines]).toEqual([true, expect.arrayContaining(['  410000 河南省'])]);
    },
  );
});

describe('people', () => {
  it('come from the list, under the roles that Chinese offices use', () => {
    const people = listOf(
      'henan-desk,,值班室,,duty@henan.example,',
      'henan-desk,,经办人,何雨,he@henan.example,139-0000-0001',
      'henan-ecology,,值班室,,,',
    );
    const { lines } = make('henan', { division: '410000', people });
    expect(named('henan', 'henan-desk')?.contacts).toEqual([
      { role: 'duty', name: '值班室', email: 'duty@henan.example' },
      { role: 'handler', name: '何雨', email: 'he@henan.example', phone: '13900000001' },
    ]);
    expect(lines).toContain('561 organs, 560 of them without anybody who is reached');
  });

  it('are filled into a roster that is there, and leave all else of it alone', () => {
    make('henan', { division: '410000' });
    make('henan', { people: listOf('henan-desk,,值班室,,duty@henan.example,') });
    make('henan', { people: listOf('henan-ecology,,值班室,,,13900000002') });
    expect(named('henan', 'henan-desk')?.contacts).toHaveLength(1);
    expect(named('henan', 'henan-ecology')?.contacts).toHaveLength(1);
  });

  it('of a list with faults are not taken at all, and every fault is told with its line', () => {
    const people = listOf(
      'henan-dask,,值班室,,duty@henan.example,',
      'henan-desk,,看门人,何雨,he@henan.example,',
      'henan-desk,,经办人,何雨,nobody,123',
    );
    const { lines, failed } = make('henan', { division: '410000', people });
    expect(failed).toBe(true);
    expect(lines.map((line) => line.replace(people, ''))).toEqual([
      ' line 2: no organ "henan-dask": did you mean "henan-desk"?',
      expect.stringContaining('line 3: no role "看门人": write 值班室, '),
      ' line 4: email is no address',
      expect.stringContaining('line 4: phone must be a mobile number'),
      'nothing is written',
    ]);
    expect(() => organsOf('henan')).toThrow('ENOENT');
  });

  it('are read from a list as Excel in China saves it', () => {
    const path = join(house(), 'gbk.csv');
    // 机构编号,角色,姓名,邮箱,电话 and 值班室, in GBK.
    const heading = 'bbfab9b9b1e0bac52cbdc7c9ab2cd0d5c3fb2cd3cacfe42cb5e7bbb0';
    const row = `${Buffer.from('henan-desk,').toString('hex')}d6b5b0e0cad2${Buffer.from(',,d@henan.example,').toString('hex')}`;
    mkdirSync(house(), { recursive: true });
    writeFileSync(path, Buffer.from(`${heading}0d0a${row}0d0a`, 'hex'));
    make('henan', { division: '410000', people: path });
    expect(named('henan', 'henan-desk')?.contacts).toEqual([
      { role: 'duty', name: '值班室', email: 'd@henan.example' },
    ]);
  });
});
