const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

interface Second {
  at: number;
  clf: string;
  http: string;
  hex: string;
}

let latest: Second = describe(0);

function describe(at: number): Second {
  const date = new Date(at * 1000);
  const http = date.toUTCString();
  const clf = `${http.slice(5, 7)}/${MONTHS[date.getUTCMonth()]}/${date.getUTCFullYear()}:${http.slice(17, 25)} +0000`;
  return { at, clf, http, hex: (at >>> 0).toString(16).padStart(8, '0') };
}

/** The second an epoch time (ms) lies in, in the spellings of logs (CLF), HTTP dates and trace ids; kept while it lasts. */
export function secondOf(time: number): Second {
  const at = Math.floor(time / 1000);
  if (at !== latest.at) latest = describe(at);
  return latest;
}
