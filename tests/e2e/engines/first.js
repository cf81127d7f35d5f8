/* What stands before everything else in the page of these journeys: it notes errors, which not every engine tells by its
 * protocol, and takes away what the address names after `without=`, as if the engine did not have it. */
window.faults = [];
addEventListener('error', (event) => faults.push(`error: ${event.message}`));
addEventListener('unhandledrejection', (event) => faults.push(`rejection: ${event.reason}`));
for (const level of ['error', 'warn']) {
  const say = console[level];
  console[level] = (...said) => {
    faults.push(`console ${level}: ${said.join(' ')}`);
    say.apply(console, said);
  };
}

const lacks = {
  BroadcastChannel: () => delete window.BroadcastChannel,
  commit: () => delete IDBTransaction.prototype.commit,
  durability: () => {
    const { transaction } = IDBDatabase.prototype;
    IDBDatabase.prototype.transaction = function (stores, mode) {
      return transaction.call(this, stores, mode);
    };
  },
  hashes: () => Reflect.defineProperty(Crypto.prototype, 'subtle', { value: undefined }),
  idle: () => delete window.requestIdleCallback,
  locks: () => delete Navigator.prototype.locks,
  storage: () => delete Navigator.prototype.storage,
  streaming: () => delete WebAssembly.instantiateStreaming,
  worker: () => delete Navigator.prototype.serviceWorker,
};
const without = new URLSearchParams(location.search).get('without');
for (const name of without ? without.split(',') : []) lacks[name]();
