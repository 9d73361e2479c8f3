/** The program itself, as in production: token, row-level security, audit row. Settings come from the environment. */
import { startApp } from '../src/app.ts';
import { readConfig } from '../src/config.ts';
import { createLog } from '../src/http/request-log.ts';
import { tellPort } from './served.ts';

const config = readConfig();
const app = await startApp(config, createLog(config.logLevel));
tellPort(app.port);
