// Stands in for native-watchdog, a C++ module: nothing watches the parent process, the host ends its children itself.
exports.start = () => {};
