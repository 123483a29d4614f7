import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BTree, buildTree, TreeCursor } from '../../../../emulator/mongo/index/index.js';

type Entry = [string, number];

const entry = fc.tuple(
  fc.string({ unit: fc.constantFrom('a', 'b', 'c', '\x00', '\xff'), maxLength: 3 }),
  fc.nat(6),
);
const step = fc.record({ add: fc.boolean(), entry });

function order([a, x]: Entry, [b, y]: Entry): number {
  if (a !== b) return a < b ? -1 : 1;
  return x - y;
}

function collect(cursor: TreeCursor): Entry[] {
  const found: Entry[] = [];
  while (cursor.next()) found.push([cursor.key, cursor.id]);
  return found;
}

test('behaves as a sorted list under random insertions and deletions', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 400 }), entry, entry, (steps, [from], [to]) => {
      const tree = new BTree();
      const model = new Map<string, Entry>();
      for (const { add, entry: item } of steps) {
        const name = JSON.stringify(item);
        const known = model.has(name);
        expect(add ? tree.insert(...item) : tree.delete(...item)).toBe(add ? !known : known);
        if (add) model.set(name, item);
        else model.delete(name);
      }
      const sorted = [...model.values()].sort(order);
      const inRange = sorted.filter(([key]) => key >= from && key < to);
      expect([...tree.entries()]).toEqual(sorted);
      expect(tree.size).toBe(sorted.length);
      expect(tree.countRange(from, to)).toBe(inRange.length);
      expect(collect(new TreeCursor(tree, from, to))).toEqual(inRange);
      expect(collect(new TreeCursor(tree, from, to, true))).toEqual(inRange.toReversed());
    }),
  );
});

test('keeps its order and counts while it grows and shrinks through several levels', () => {
  const tree = new BTree();
  const key = (n: number) => String((n * 7_919) % 20_011).padStart(5, '0');
  for (let n = 0; n < 20_000; n++) tree.insert(key(n), n);
  expect(tree.depth).toBeGreaterThan(2);
  expect(tree.size).toBe(20_000);
  const before = [...tree.entries()];
  expect(before).toEqual(before.toSorted(order));
  expect(tree.countRange('00100', '00200')).toBe(before.filter(([k]) => k >= '00100' && k < '00200').length);
  for (let n = 0; n < 20_000; n++) if (n % 97 !== 0) expect(tree.delete(key(n), n)).toBe(true);
  expect([...tree.entries()]).toEqual(before.filter(([, id]) => id % 97 === 0));
  for (let n = 0; n < 20_000; n += 97) tree.delete(key(n), n);
  expect(tree.size).toBe(0);
  expect(collect(new TreeCursor(tree, '', '\xff'))).toEqual([]);
  tree.insert('a', 1);
  expect([...tree.entries()]).toEqual([['a', 1]]);
});

test('a cursor goes on behind its place when the tree has changed', () => {
  for (const backward of [false, true]) {
    const tree = new BTree();
    for (let n = 0; n < 1_000; n++) tree.insert(String(n).padStart(4, '0'), n);
    const cursor = new TreeCursor(tree, '', '\xff', backward);
    const seen: number[] = [];
    while (cursor.next()) {
      seen.push(cursor.id);
      tree.delete(cursor.key, cursor.id);
      if (cursor.id < 5_000 && cursor.id % 10 === 0) tree.insert(`${cursor.key}x`, 5_000 + cursor.id);
    }
    expect(seen.filter((id) => id < 5_000)).toHaveLength(1_000);
    expect(seen.filter((id) => id >= 5_000)).toHaveLength(backward ? 0 : 100);
  }
});

test('a tree built at once equals one grown entry by entry', () => {
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 300 }), (entries) => {
      const grown = new BTree();
      for (const [key, id] of entries) grown.insert(key, id);
      const built = buildTree(
        entries.map(([key]) => key),
        entries.map(([, id]) => id),
      );
      expect([...built.entries()]).toEqual([...grown.entries()]);
      expect(built.countRange('a', 'b')).toBe(grown.countRange('a', 'b'));
    }),
  );
});
