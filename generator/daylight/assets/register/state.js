// What is chosen in a register, and how an address says it: ?q=boxing&year=2024-25&not-fund=…&from=1000&sort=amount-desc

export function fromAddress(search, facets) {
  const given = new URLSearchParams(search)
  const chosen = new Map()
  for (const name of facets) {
    const values = given.getAll(name)
    const without = given.getAll(`not-${name}`)
    if (values.length || without.length) chosen.set(name, { values: values.length ? values : without, but: !values.length })
  }
  return {
    q: given.get("q") ?? "",
    chosen,
    from: given.get("from") ?? "",
    to: given.get("to") ?? "",
    sort: given.get("sort") ?? "",
    columns: given.get("columns")?.split(",").filter(Boolean) ?? null,
  }
}

export function toAddress(state) {
  const said = new URLSearchParams()
  if (state.q) said.set("q", state.q)
  for (const [name, { values, but }] of state.chosen) {
    for (const value of values) said.append(but ? `not-${name}` : name, value)
  }
  for (const name of ["from", "to", "sort"]) if (state[name]) said.set(name, state[name])
  if (state.columns) said.set("columns", state.columns.join(","))
  return said.toString().replaceAll("%2C", ",")
}

// Pounds as people type them, such as £1,000 or 1000.50, in pence; null where that is no amount.
export function pence(text) {
  const plain = text.replace(/[£,\s]/g, "")
  return /^\d+(\.\d{1,2})?$/.test(plain) ? Math.round(Number(plain) * 100) : null
}
