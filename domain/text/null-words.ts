/** What a program writes where it has nothing: the null of its language or of its database. */
const NOTHING = /^(?:null|NULL|Null|undefined|None|nil|NaN|\(null\)|<null>|\\N)?$/;

/** Whether a field says nothing: it is left blank, or its program wrote so. */
export const saysNothing = (written: string): boolean => NOTHING.test(written.trim());
