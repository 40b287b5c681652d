/** For those who run it: /healthz says that the process is up, /readyz that it can answer people. */
import type { Express } from 'express';

export function mountHealth(app: Express, isReady: () => Promise<boolean>): void {
  app.get('/healthz', (_request, response) => {
    response.json({ status: 'up' });
  });
  app.get('/readyz', async (_request, response) => {
    const ready = await isReady().catch(() => false);
    response.status(ready ? 200 : 503).json({ status: ready ? 'ready' : 'not ready' });
  });
}
