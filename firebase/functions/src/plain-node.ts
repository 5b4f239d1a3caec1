import { createServer } from 'node:http';
import { readConfig, readPort } from './config.ts';
import { connectFirebase } from './repositories/firebase.ts';
import { createSystem } from './system.ts';
import { createApi } from './wiring.ts';

// The API without Cloud Functions, for measuring and for development: `PORT=3000 tsx plain-node.ts`.
const config = readConfig(process.env);
const system = createSystem();
const firebase = connectFirebase(config.projectId);
const server = createServer(createApi(firebase, config, system));

server.listen(readPort(process.env), '127.0.0.1', () => {
  const address = server.address();
  system.log.info('server.listening', { port: typeof address === 'object' ? (address?.port ?? null) : null });
});

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    server.close(() => firebase.close());
    server.closeIdleConnections();
  });
}
