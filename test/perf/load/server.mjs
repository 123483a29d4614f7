// A server that does next to nothing: what is measured against it is the one who asks.
import { createServer } from 'node:http';

const body = Buffer.from('{"status":"ok"}');
const headers = { 'content-type': 'application/json', 'content-length': body.length };
createServer((_request, response) => {
  response.writeHead(200, headers);
  response.end(body);
}).listen(0, '127.0.0.1', function listening() {
  console.log(JSON.stringify({ port: this.address().port }));
});
