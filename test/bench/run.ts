/** `npm run bench`: the press against the plain way; with `--plans 1000`, a shelf of so many plans. */
import { parseArgs } from 'node:util';
import { benchScale, type Measure } from './scale.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string' },
    plans: { type: 'string' },
    /** What of a large shelf is measured. */
    only: { type: 'string', default: 'check,site,pdf' },
  },
});

if (values.plans === undefined) await import('./main.ts');
else await benchScale(process.cwd(), Number(values.plans), new Set(values.only.split(',') as Measure[]));
