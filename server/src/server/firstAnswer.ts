import { Message, type MessageStrategy } from 'vscode-languageserver';
import { nextTurn } from '../service/turns.ts';

/**
 * Has `initialize` answered before anything is loaded for what comes behind it. `load` begins when the answer is written;
 * messages that arrive meanwhile wait, and are then handled in the order in which they came, a turn for each as ever.
 * When `load` fails they are handled too, by what there is, and the connection logs why.
 */
export function answerFirst(load: () => Promise<void>): MessageStrategy {
  let answered = false;
  let waiting: (() => void)[] | undefined;

  const handleThoseThatWait = async (): Promise<void> => {
    for (let handle = waiting?.shift(); handle; handle = waiting?.shift()) {
      handle();
      await nextTurn();
    }
    waiting = undefined;
  };

  return {
    handleMessage(message, next) {
      if (waiting) {
        waiting.push(() => next(message));
        return;
      }
      const handled = next(message);
      if (answered || !Message.isRequest(message) || message.method !== 'initialize') return handled;
      answered = true;
      waiting = [];
      return Promise.resolve(handled).then(load).finally(handleThoseThatWait);
    },
  };
}
