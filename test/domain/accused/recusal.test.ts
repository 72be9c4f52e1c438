import { describe, expect, it } from 'vitest';
import { heldFairly, judgeOf, ledFromAbove, withoutAccused } from '../../../domain/accused/recusal.ts';
import { organs } from '../../support/rules.ts';

const roster = { organs, catchAllOrgan: 'desk' };
const left = (...accused: string[]) => [...withoutAccused(roster, accused).organs.keys()];

describe('the roster of a case', () => {
  it.each([
    ['nobody', [], ['province', 'desk', 'city', 'county', 'neighbour']],
    ['the county', ['county'], ['province', 'desk', 'city', 'neighbour']],
    ['the city, and so all below it', ['city'], ['province', 'desk']],
    ['the top of the line, which leaves the desk', ['province'], ['desk']],
    ['the desk', ['desk'], ['province', 'city', 'county', 'neighbour']],
    ['the desk and all above it: then the desk is the last resort', ['desk', 'province'], ['desk']],
  ])('that accuses %s holds nobody of them', (_, accused, expected) => {
    expect(left(...accused)).toEqual(expected);
  });

  it('is cut from the whole again when another is accused, or one is accused no more', () => {
    const once = withoutAccused(roster, ['city']);
    expect([...withoutAccused(once, ['county']).organs.keys()]).toEqual(left('county'));
    expect(withoutAccused(once, []).organs).toBe(organs);
  });
});

describe('the organ above the accused', () => {
  it.each([
    ['county', ['county'], 'city'],
    ['county', ['county', 'city'], 'province'],
    ['province', ['province'], 'desk'],
    ['desk', ['desk'], 'province'],
    ['no organ of ours', ['no organ of ours'], 'desk'],
  ])('of %s, where %s are accused, is %s', (one, accused, judge) => {
    expect(judgeOf(one, withoutAccused(roster, accused))).toBe(judge);
  });

  it.each([
    ['takes it from a lead that is accused', 'county', ['county'], 'city', []],
    ['assists a lead that is not', 'neighbour', ['county'], 'neighbour', ['city']],
    ['stands alone where all who assist are accused too', 'city', ['city'], 'province', []],
  ])('%s', (_, lead, accused, expected, assisting) => {
    expect(heldFairly({ lead, assisting: ['county'] }, accused, roster)).toEqual({ lead: expected, assisting });
  });

  it.each([
    ['leads a new complaint, and whose it would have been assists', 'neighbour', 'city', ['neighbour']],
    ['leads it alone where it would have been nobody’s', 'desk', 'city', []],
    ['assists whoever stands higher and would have led it', 'province', 'province', ['city']],
  ])('%s', (_, lead, expected, assisting) => {
    expect(ledFromAbove({ lead, assisting: [] }, ['county'], roster)).toEqual({ lead: expected, assisting });
  });
});
