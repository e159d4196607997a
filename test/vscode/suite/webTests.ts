/** What is tested in a browser; what is left out needs the desktop, and says so in the documentation of the web. */
import './browser.ts';
import './checking.ts';
import './commands.ts';
import './extension.ts';
import './features.ts';
import './writing.ts';
