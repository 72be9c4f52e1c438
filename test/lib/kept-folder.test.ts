import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { KEPT, keptFolder } from '../../lib/kept-folder.ts';

const NAME = `try-${process.pid}`;
afterEach(() => rmSync(join(KEPT, NAME), { recursive: true, force: true }));

const holding = (word: string) => (folder: string) => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'word'), word);
};
const wordIn = (folder: string) => readFileSync(join(folder, 'word'), 'utf8');

describe('a folder that is kept', () => {
  it('is made once, and found by whoever asks after that', () => {
    expect(wordIn(keptFolder(NAME, holding('first')))).toBe('first');
    expect(wordIn(keptFolder(NAME, holding('second')))).toBe('first');
  });

  it('is the one of another process that was quicker', () => {
    const slow = (folder: string) => {
      holding('slow')(folder);
      holding('quick')(join(KEPT, NAME));
    };
    expect(wordIn(keptFolder(NAME, slow))).toBe('quick');
    expect(existsSync(join(KEPT, `${NAME}.${process.pid}`))).toBe(false);
  });

  it('is not there after a failure, whole or half', () => {
    const fails = (folder: string) => {
      holding('half')(folder);
      throw new Error('no room');
    };
    expect(() => keptFolder(NAME, fails)).toThrow('no room');
    expect([NAME, `${NAME}.${process.pid}`].filter((name) => existsSync(join(KEPT, name)))).toEqual([]);
  });
});
