import { onRequest } from 'firebase-functions/https';
import { FUNCTIONS, readConfig } from './config.ts';
import { createApp } from './http/app.ts';

export const api = onRequest(FUNCTIONS.api, createApp(readConfig(process.env)));
