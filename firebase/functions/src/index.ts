import { onRequest } from 'firebase-functions/https';
import { readConfig } from './config.ts';
import { FUNCTIONS, region } from './deployment.ts';
import { connectFirebase } from './repositories/firebase.ts';
import { cleanNotificationsSchedule } from './scheduled/clean-notifications.ts';
import { createSystem } from './system.ts';
import { flushNotificationTask } from './tasks/flush-notification.ts';
import { expenseWrittenTrigger, groupWrittenTrigger } from './triggers/announce-changes.ts';
import { createApi, createNotifications } from './wiring.ts';

// The bundler writes the version in place of this one expression.
const config = readConfig({ ...process.env, SPLITIFYD_VERSION: process.env.SPLITIFYD_VERSION });
const system = createSystem();
const firebase = connectFirebase(config.projectId);
const { announcer, cleanUp } = createNotifications(firebase, { name: 'flushNotification', region: () => region.value() }, system);

export const api = onRequest(FUNCTIONS.api, createApi(firebase, config, system));
export const onGroupWritten = groupWrittenTrigger(announcer.announce);
export const onExpenseWritten = expenseWrittenTrigger(announcer.announce);
export const flushNotification = flushNotificationTask(announcer.flush);
export const cleanNotifications = cleanNotificationsSchedule(cleanUp);
