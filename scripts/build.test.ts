import { expect, test } from 'vitest';
import { productionEnvironment } from './build.ts';

test('the page is built as for production, also from a test run', () => {
  const environment = productionEnvironment({ NODE_ENV: 'test', PATH: '/bin', VITE_EMULATORS: 'old' }, { VITE_EMULATORS: 'new' });
  expect(environment).toEqual({ NODE_ENV: 'production', PATH: '/bin', VITE_EMULATORS: 'new' });
});
