import * as z from 'zod';
import { InstantSchema, listOf, stored } from '../../stored.ts';

/** 应急联动: the authorities that hear of an emergency, as people read them. */
export const AUTHORITIES = {
  emergency: '应急管理部门',
  health: '卫生健康部门',
  police: '公安机关',
  fire: '消防救援机构',
  water: '水利部门',
  government: '本级人民政府',
} as const;

export const AuthoritySchema = z.enum(Object.keys(AUTHORITIES) as (keyof typeof AUTHORITIES)[]);

/** So many tellings a case remembers; its events keep all, with their words. */
const REMEMBERED = 20;

/** Who was told of the emergency, and when. */
export const InformedSchema = listOf(stored({ authority: AuthoritySchema, at: InstantSchema }));

export type Informed = Readonly<z.infer<typeof InformedSchema>>;

export const withInformed = (before: Informed = [], told: Informed): Informed =>
  [...before, ...told].toSorted((one, other) => one.at.localeCompare(other.at)).slice(-REMEMBERED);
