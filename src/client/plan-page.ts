/** What a plan's page does in the browser. */
import './contents-place.ts';
import './page-strip.ts';
import { keepBasketButtons } from './basket-button.ts';
import { dismissHints } from './hints.ts';
import { printOnRequest } from './print-request.ts';

dismissHints(document);
printOnRequest(document);
keepBasketButtons(document);
