/** What is tested in a browser: all that the desktop has, and what only a browser has. */
import './browser.ts';
import './tests.ts';
