import express, { type Express } from 'express';

export interface AppDeps {
  version: string;
}

export function createApp({ version }: AppDeps): Express {
  const app = express();
  app.get('/api/v1/health', (_, response) => {
    response.json({ status: 'ok', version, firestore: true });
  });
  return app;
}
