import { onRequest } from 'firebase-functions/https';
import { FUNCTIONS, readConfig } from './config.ts';
import { connectFirebase } from './repositories/firebase.ts';
import { createSystem } from './system.ts';
import { createApi } from './wiring.ts';

const { projectId, version } = readConfig(process.env);
const system = createSystem();
const firebase = connectFirebase(projectId);

export const api = onRequest(FUNCTIONS.api, createApi(firebase, version, system));
