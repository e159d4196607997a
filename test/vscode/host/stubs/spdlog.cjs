// Stands in for @vscode/spdlog, a C++ module: appends to the log file, without rotation.
const { appendFileSync, mkdirSync } = require('node:fs');
const { dirname } = require('node:path');

const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'critical'];
const ignore = () => {};

function createLogger(name, file) {
  let lowest = LEVELS.indexOf('info');
  mkdirSync(dirname(file), { recursive: true });
  const logger = {
    getLevel: () => lowest,
    setLevel: (level) => {
      lowest = level;
    },
    setPattern: ignore,
    clearFormatters: ignore,
    flush: ignore,
    drop: ignore,
  };
  for (const [rank, level] of LEVELS.entries())
    logger[level] = (message) => {
      if (rank >= lowest) appendFileSync(file, `${new Date().toISOString()} ${level} ${name}: ${message}\n`);
    };
  return logger;
}

// One assignment each: that is how imports of ES modules find the names.
exports.version = 0;
exports.setLevel = ignore;
exports.setFlushOn = ignore;
exports.shutdown = ignore;
exports.Logger = function Logger(name, file) {
  return createLogger(name, file);
};
exports.createRotatingLogger = async (name, file) => createLogger(name, file);
exports.createAsyncRotatingLogger = async (name, file) => createLogger(name, file);
