/** Serves the built site: on the port that `PORT` names, or else on 4173 or the next one that is free. */
import { serve, type Serving } from './server.ts';

const wanted = process.env['PORT'];
const usual = 4173;

async function open(): Promise<Serving> {
  if (wanted !== undefined) {
    const port = Number(wanted);
    if (!Number.isInteger(port) || port < 0 || port > 65535) {
      throw new Error(`PORT is “${wanted}”, which is no port: use a number from 0 to 65535.`);
    }
    return serve(port).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE')
        throw new Error(`Port ${port} is taken: choose another PORT.`);
      if (error.code === 'EACCES')
        throw new Error(`Port ${port} is not allowed here: choose another PORT.`);
      throw error;
    });
  }
  for (let port = usual; port < usual + 100; port += 1) {
    try {
      return await serve(port);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    }
  }
  throw new Error(`The ports from ${usual} to ${usual + 99} are taken: choose another PORT.`);
}

try {
  const site = await open();
  console.log(`Sealmark is at ${site.address}/`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void site.close().then(() => process.exit(0)));
  }
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
