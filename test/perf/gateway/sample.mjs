// One small function: what both the floor and the gateway call.
export const RESOURCE = '/items/{id}';

const PAD = 'x'.repeat(420);

export async function answer(event) {
  const body = JSON.stringify({ id: event.pathParameters.id, name: 'bench item', qty: 3, description: PAD });
  return { statusCode: 200, headers: { 'content-type': 'application/json' }, body };
}
