import './checking.ts';
import './extension.ts';
import './features.ts';
