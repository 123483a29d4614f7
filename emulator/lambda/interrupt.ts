import { Session } from 'node:inspector';

interface WorkerInfo {
  sessionId: string;
  workerInfo: { workerId: string };
}

/**
 * Breaks off what a thread is just executing (an endless loop) without ending the thread: through the debugger's
 * `Runtime.terminateExecution`, which Node hands to a worker even while that is busy. Other events in the
 * thread go on. Does nothing where the inspector is not to be had. Only for a thread that is inside a handler's synchronous call:
 * elsewhere Node's record of asynchronous calls would be left wrong, and Node aborts the whole process for that.
 */
export function interruptThread(threadId: number): void {
  const session = new Session();
  try {
    session.connect();
  } catch {
    return; // no inspector in this process: the thread will be ended instead
  }
  const close = setTimeout(() => session.disconnect(), 500);
  close.unref();
  session.on('NodeWorker.attachedToWorker', ({ params }: { params: WorkerInfo }) => {
    if (params.workerInfo.workerId !== String(threadId)) return;
    const message = JSON.stringify({ id: 1, method: 'Runtime.terminateExecution' });
    session.post('NodeWorker.sendMessageToWorker', { sessionId: params.sessionId, message });
  });
  session.post('NodeWorker.enable', { waitForDebuggerOnStart: false });
}
