import * as z from 'zod';
import { InstantSchema, listOf, stored } from '../stored.ts';

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

/** 处置阶段: how far the reports of an emergency have come, as people read it. */
export const STAGES = {
  initial: '已初报，处置中',
  'follow-up': '已续报，处置中',
  final: '处置已结束',
  unfounded: '经核实不属实',
} as const;

export const StageSchema = stored({
  stage: z.enum(Object.keys(STAGES) as (keyof typeof STAGES)[]),
  at: InstantSchema,
});

export type Stage = Readonly<z.infer<typeof StageSchema>>;

/** 突发事件的总体状态 in one line. */
export const stageText = (stage: Stage | undefined): string =>
  stage === undefined ? '待核实，尚未初报' : STAGES[stage.stage];
