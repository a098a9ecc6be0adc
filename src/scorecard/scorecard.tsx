import { message } from '../platform/i18n';
import { drawPage } from '../ui/draw-page';
import { ScorecardPage } from './scorecard-page';

document.title = message('extension_name');
await drawPage('#scorecard', (around) => <ScorecardPage {...around} />);
