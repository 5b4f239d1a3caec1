import { onRequest } from 'firebase-functions/https';
import { FUNCTIONS, readConfig } from './config.ts';
import { connectFirebase } from './repositories/firebase.ts';
import { cleanNotificationsSchedule } from './scheduled/clean-notifications.ts';
import { createSystem } from './system.ts';
import { flushNotificationTask } from './tasks/flush-notification.ts';
import { expenseWrittenTrigger, groupWrittenTrigger } from './triggers/announce-changes.ts';
import { createApi, createNotifications } from './wiring.ts';

const { projectId, version } = readConfig(process.env);
const system = createSystem();
const firebase = connectFirebase(projectId);
const { announcer, cleanUp } = createNotifications(firebase, 'flushNotification', system);

export const api = onRequest(FUNCTIONS.api, createApi(firebase, version, system));
export const onGroupWritten = groupWrittenTrigger(announcer.announce);
export const onExpenseWritten = expenseWrittenTrigger(announcer.announce);
export const flushNotification = flushNotificationTask(announcer.flush);
export const cleanNotifications = cleanNotificationsSchedule(cleanUp);
