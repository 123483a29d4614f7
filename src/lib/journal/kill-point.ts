/** Ends the process as a crash would at the boundary of this number; 0 never. For tests of work that goes on afterwards. */
export function killAtBoundary(number: number): (point: string) => void {
  let passed = 0;
  return () => {
    passed += 1;
    if (passed === number) process.kill(process.pid, 'SIGKILL');
  };
}
