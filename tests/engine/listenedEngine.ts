import { inProcessEngine, inProcessWorker } from './inProcess';

/** An engine of two workers, and the names of the jobs that it has asked of them since `forget`. */
export function listenedEngine() {
  let asked: string[] = [];
  const engine = inProcessEngine(2, {
    spawn: () => {
      const worker = inProcessWorker();
      const remote = new Proxy(worker.remote, {
        get: (target, name: string) => {
          const job = Reflect.get(target, name) as unknown;
          return typeof job === 'function'
            ? (...args: unknown[]) => {
                asked.push(name);
                return (job as (...given: unknown[]) => unknown)(...args);
              }
            : job;
        },
      });
      return { ...worker, remote };
    },
  });
  const forget = (): void => {
    asked = [];
  };
  return { engine, asked: (): readonly string[] => asked, forget };
}
