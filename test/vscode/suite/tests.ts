import './checking.ts';
import './commands.ts';
import './extension.ts';
import './features.ts';
import './firstSteps.ts';
import './report.ts';
import './writing.ts';
