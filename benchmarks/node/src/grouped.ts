/** The rows by what `key` says of them, each group in their order. */
export function grouped<T, K>(rows: T[], key: (row: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const row of rows) {
    const group = groups.get(key(row))
    if (group === undefined) {
      groups.set(key(row), [row])
    } else {
      group.push(row)
    }
  }
  return groups
}
