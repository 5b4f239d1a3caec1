import process from 'node:process';
import { inject } from 'vitest';

// Set-up file of the emulated projects: Admin SDKs read these the moment they are first used.
Object.assign(process.env, inject('emulators').adminEnv);
