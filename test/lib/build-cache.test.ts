import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { KEPT, keptFolder } from '../../lib/bundles/build-cache.ts';

const KIND = `try${process.pid}`;
const ours = () => readdirSync(KEPT).filter((name) => name.startsWith(KIND));
let source: string;
beforeEach(() => {
  mkdirSync(KEPT, { recursive: true });
  source = join(mkdtempSync(join(tmpdir(), 'huiyin-source-')), 'source.ts');
  writeFileSync(source, 'as it was');
});
afterEach(() => {
  for (const name of ours()) rmSync(join(KEPT, name), { recursive: true });
});

const holding = (word: string) => (folder: string) => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'word'), word);
};
const wordOf = (fill: (folder: string) => void) => readFileSync(join(keptFolder(KIND, [source], fill), 'word'), 'utf8');

describe('a build that is kept', () => {
  it('is made once, and anew when a source has changed', () => {
    expect(wordOf(holding('first'))).toBe('first');
    expect(wordOf(holding('second'))).toBe('first');
    writeFileSync(source, 'as it is now');
    expect(wordOf(holding('third'))).toBe('third');
  });

  it('is the one of another process that was quicker', () => {
    const slow = (folder: string) => {
      holding('slow')(folder);
      holding('quick')(folder.slice(0, folder.lastIndexOf('.')));
    };
    expect(wordOf(slow)).toBe('quick');
    expect(ours()).toHaveLength(1);
  });

  it('is not there after a failure, whole or half', () => {
    const fails = (folder: string) => {
      holding('half')(folder);
      throw new Error('no room');
    };
    expect(() => wordOf(fails)).toThrow('no room');
    expect(ours()).toEqual([]);
  });

  it('is thrown away when somebody saved a source meanwhile', () => {
    const saved = (folder: string) => {
      holding('old or new')(folder);
      writeFileSync(source, 'as it is now');
    };
    expect(() => wordOf(saved)).toThrow(/was changed during the build/);
    expect(ours()).toEqual([]);
  });
});
