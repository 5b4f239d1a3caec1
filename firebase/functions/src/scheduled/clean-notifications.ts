import { onSchedule } from 'firebase-functions/scheduler';
import { FUNCTIONS } from '../deployment.ts';

export const cleanNotificationsSchedule = (cleanUp: () => Promise<unknown>) =>
  onSchedule({ ...FUNCTIONS.scheduled, schedule: 'every 5 minutes' }, async () => {
    await cleanUp();
  });
