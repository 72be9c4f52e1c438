import * as z from 'zod';
import { InstantSchema, listOf, stored } from '../stored.ts';

/** So many one day takes: a leader does not receive more, and a sheet of A4 does not hold more. */
export const MOST_APPOINTMENTS = 20;

const LONGEST_REMARK = 100;

/** Somebody who comes. Who they are stays in the vault; the case says what about. */
const AppointmentSchema = stored({
  /** In Beijing. */
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '时间请写成09:30的样子'),
  caseId: z.string().min(1, '请填写登记编号').max(100),
  people: z.int('人数请写数字').min(1, '人数请写数字').max(999),
  remark: z.string().max(LONGEST_REMARK, `备注最多${LONGEST_REMARK}个字`).optional(),
});

/** 领导接访日 of an organ. */
export const ReceptionSchema = stored({
  /** The leader who receives. */
  leader: z.string().min(1, '请填写接访领导').max(50),
  place: z.string().max(100).optional(),
  appointments: listOf(AppointmentSchema).refine((all) => all.length <= MOST_APPOINTMENTS, {
    error: `一天最多安排${MOST_APPOINTMENTS}件`,
  }),
});

/** The same as it is kept, with who changed it last. */
export const KeptReceptionSchema = ReceptionSchema.extend({
  version: z.int(),
  changedBy: z.string(),
  changedAt: InstantSchema,
});

export type Appointment = Readonly<z.infer<typeof AppointmentSchema>>;
export type Reception = Readonly<z.infer<typeof ReceptionSchema>>;
export type KeptReception = Readonly<z.infer<typeof KeptReceptionSchema>>;

/** In the order in which they come. */
export const inOrder = (reception: Reception): Reception => ({
  ...reception,
  appointments: reception.appointments.toSorted((one, other) => one.time.localeCompare(other.time)),
});
