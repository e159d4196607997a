import './checking.ts';
import './commands.ts';
import './extension.ts';
import './features.ts';
import './report.ts';
import './writing.ts';
